// A page follows its session: locked, it is covered; ended, it gives way to the sign-in page.
// Without a connection it says so, and is covered once it has stood for as long as anybody may be
// idle: nobody can tell it any more that its session was locked or ended.
"use strict";

{
    const lock = document.getElementById("lock");
    const problem = lock.querySelector("[data-lock-problem]");
    const pin = lock.querySelector("input[name=pin]");
    const lost = document.getElementById("lost");
    const tabs = new BroadcastChannel("evenkeel-session");
    const MINE = lock.dataset.session;
    const IDLE = Number(lock.dataset.idle) * 1_000;
    const AGAIN = 5_000;
    const SILENT = 45_000;
    let locked = false;
    let listening = false;

    // A clock may be set, and the steady one stands still while a tablet sleeps: the longer of
    // their two answers counts.
    const now = () => ({ steady: performance.now(), clock: Date.now() });
    const since = (then) => Math.max(performance.now() - then.steady, Date.now() - then.clock);
    let heard = now();
    let used = now();

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
            pin.value = "";
            lock.close();
        }
    };

    // A page that was left open from another session gives way: what is said of this browser's
    // session is not about it, and must not take its cover away.
    const hear = (word) => {
        const [state, of = MINE] = word.split(" ");
        heard = now();
        if (lost.textContent) {
            lost.textContent = "";
            problem.textContent = "";
        }
        // A page that was sent as its session began does not know which it is.
        show(!MINE || of === MINE ? state : "ended");
    };

    const waits = () => {
        problem.textContent = `${lost.dataset.since} This page opens once the server answers.`;
    };
    const miss = () => {
        const silence = since(heard);
        if (silence <= SILENT) {
            return;
        }
        // The tab that listens for all may have been put to sleep: one that is looked at asks for
        // itself.
        if (!listening && document.visibilityState === "visible") {
            listen();
        }
        if (!lost.textContent) {
            const at = new Date(Date.now() - silence);
            const time = at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
            lost.dataset.since = `No connection since ${time}.`;
            lost.textContent = `${lost.dataset.since} What stands here may be old.`;
        }
        if (!locked && Math.max(silence, since(used)) >= IDLE) {
            cover();
            waits();
        }
    };
    setInterval(miss, AGAIN);
    for (const kind of ["visibilitychange", "pageshow", "focus"]) {
        window.addEventListener(kind, miss, true);
    }

    // The server says how the session stands, again at least every fifteen seconds. Where it
    // refuses or falls silent it is asked anew: a page told nothing would stay open for good.
    const listen = () => {
        listening = true;
        const stream = new EventSource("/sign-in/session");
        let told = now();
        stream.addEventListener("session", (event) => {
            told = now();
            hear(event.data);
            tabs.postMessage(event.data);
        });
        const watch = setInterval(() => {
            if (stream.readyState === EventSource.CLOSED || since(told) > SILENT) {
                clearInterval(watch);
                stream.close();
                listen();
            }
        }, AGAIN);
    };

    // A browser opens few connections to one place, so one tab listens and tells the others.
    const lead = () => {
        if (!listening) {
            listen();
        }
        return new Promise(() => {});
    };
    tabs.addEventListener("message", (event) => hear(event.data));
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
        const typed = new URLSearchParams({ pin: pin.value });
        pin.value = "";
        const answer = await send("/sign-in/unlock", typed).catch(() => Response.error());
        if (answer.status === 410) {
            location.replace("/sign-in");
        } else if (answer.status === 422) {
            problem.textContent = "This is not your PIN on this device.";
        } else if (answer.type === "opaqueredirect") {
            hear("open");
        } else if (lost.textContent) {
            waits();
        } else {
            problem.textContent = "That did not work. Try again.";
        }
    });

    // Whoever types or moves is there, also on a page that asks the server for nothing.
    const EACH = 60_000;
    let told = now();
    const here = () => {
        if (locked) {
            return;
        }
        used = now();
        if (since(told) > EACH) {
            told = now();
            send("/sign-in/here").catch(() => {});
        }
    };
    for (const kind of ["keydown", "pointerdown", "scroll"]) {
        document.addEventListener(kind, here, { passive: true, capture: true });
    }
}
