// A page follows its session: locked, it is covered; ended, it gives way to the sign-in page.
"use strict";

{
    const lock = document.getElementById("lock");
    const problem = lock.querySelector("[data-lock-problem]");
    const tabs = new BroadcastChannel("evenkeel-session");
    let locked = false;

    const cover = () => {
        locked = true;
        if (!lock.open) {
            lock.showModal();
        }
    };

    const show = (state) => {
        if (state === "ended") {
            location.replace("/sign-in");
        } else if (state === "locked") {
            cover();
        } else if (locked) {
            locked = false;
            problem.textContent = "";
            lock.close();
        }
    };

    // The server says how the session stands, again at least every fifteen seconds. Where it
    // refuses or falls silent it is asked anew: a page told nothing would stay open for good.
    const AGAIN = 5_000;
    const SILENT = 45_000;
    const listen = () => {
        const stream = new EventSource("/sign-in/session");
        let heard = Date.now();
        stream.addEventListener("session", (event) => {
            heard = Date.now();
            show(event.data);
            tabs.postMessage(event.data);
        });
        const watch = setInterval(() => {
            if (stream.readyState === EventSource.CLOSED || Date.now() - heard > SILENT) {
                clearInterval(watch);
                stream.close();
                listen();
            }
        }, AGAIN);
    };

    // A browser opens few connections to one place, so one tab listens and tells the others.
    const lead = () => {
        listen();
        return new Promise(() => {});
    };
    tabs.addEventListener("message", (event) => show(event.data));
    if (navigator.locks) {
        navigator.locks.request("evenkeel-session", lead);
    } else {
        listen();
    }

    const send = (path, body) =>
        fetch(path, {
            method: "POST",
            headers: { "X-CSRF-TOKEN": document.querySelector("input[name=_csrf]").value },
            body,
            redirect: "manual",
        });

    lock.addEventListener("close", () => locked && cover());
    lock.addEventListener("cancel", (event) => event.preventDefault());
    lock.querySelector("form").addEventListener("submit", async (event) => {
        event.preventDefault();
        const pin = lock.querySelector("input[name=pin]");
        const typed = new URLSearchParams({ pin: pin.value });
        pin.value = "";
        const answer = await send("/sign-in/unlock", typed).catch(() => Response.error());
        if (answer.status === 410) {
            location.replace("/sign-in");
        } else if (answer.status === 422) {
            problem.textContent = "This is not your PIN on this device.";
        } else if (answer.type === "opaqueredirect") {
            show("open");
        } else {
            problem.textContent = "That did not work. Try again.";
        }
    });

    // Whoever types or moves is there, also on a page that asks the server for nothing.
    const EACH = 60_000;
    let told = Date.now();
    const here = () => {
        if (!locked && Date.now() - told > EACH) {
            told = Date.now();
            send("/sign-in/here");
        }
    };
    for (const kind of ["keydown", "pointerdown", "scroll"]) {
        document.addEventListener(kind, here, { passive: true, capture: true });
    }
}
