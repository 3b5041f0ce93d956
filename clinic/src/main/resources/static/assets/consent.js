// Helps with reading: one part at a time, and aloud where the browser can speak. Without this script
// the whole text stands on one page.
"use strict";

const parts = [...document.querySelectorAll("[data-part]")];
const tools = document.querySelector("[data-read-tools]");

if (tools && parts.length > 0) {
    const moves = document.querySelector("[data-moves]");
    const place = document.querySelector("[data-place]");
    const last = document.querySelector("[data-part-last]");
    const steps = tools.querySelector("[data-steps]");
    const aloud = tools.querySelector("[data-aloud]");
    const voice = "speechSynthesis" in window ? window.speechSynthesis : null;
    let stepping = false;
    let at = 0;

    const hush = () => {
        if (voice) {
            voice.cancel();
            aloud.textContent = "Read aloud";
        }
    };

    const show = () => {
        parts.forEach((part, index) => {
            part.hidden = stepping && index !== at;
        });
        last.hidden = stepping && at < parts.length;
        moves.hidden = !stepping;
        place.textContent = !stepping || at >= parts.length
            ? "" : `Part ${at + 1} of ${parts.length}`;
        moves.querySelector("[data-back]").disabled = at === 0;
        moves.querySelector("[data-next]").hidden = at >= parts.length;
    };

    const move = by => {
        hush();
        at = Math.min(parts.length, Math.max(0, at + by));
        show();
        const heading = at < parts.length ? parts[at].querySelector("h2") : last.querySelector("h2");
        heading.tabIndex = -1;
        heading.focus();
    };

    steps.addEventListener("click", () => {
        stepping = !stepping;
        steps.setAttribute("aria-pressed", String(stepping));
        steps.textContent = stepping ? "Whole text" : "One part at a time";
        at = 0;
        hush();
        show();
    });
    moves.querySelector("[data-back]").addEventListener("click", () => move(-1));
    moves.querySelector("[data-next]").addEventListener("click", () => move(1));

    if (voice) {
        aloud.hidden = false;
        aloud.addEventListener("click", () => {
            if (voice.speaking) {
                hush();
                return;
            }
            const heard = stepping && at < parts.length ? [parts[at]] : parts;
            for (const part of heard) {
                for (const line of part.querySelectorAll("h2, p:not([data-silent]), li")) {
                    const words = new SpeechSynthesisUtterance(line.textContent);
                    words.lang = document.documentElement.lang;
                    voice.speak(words);
                }
            }
            aloud.textContent = "Stop reading";
        });
        window.addEventListener("pagehide", hush);
    }
    tools.hidden = false;
    show();
}
