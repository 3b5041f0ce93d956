// Passkeys: turns the server's JSON into what the browser takes, and back.
"use strict";

const toBytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (each) => each.charCodeAt(0));

const toText = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
        .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const withBytes = (list) => (list ?? []).map((each) => ({ ...each, id: toBytes(each.id) }));

async function post(path, body) {
    const answer = await fetch(path, {
        method: "POST",
        headers: {
            "Content-Type": "application/json",
            "X-CSRF-TOKEN": document.querySelector("input[name=_csrf]").value,
        },
        body: JSON.stringify(body ?? {}),
    });
    if (answer.status === 403 && path.startsWith("/account/")) {
        location.assign("/confirm?to=/account");
        return new Promise(() => {});
    }
    if (!answer.ok) {
        throw new Error("refused");
    }
    return answer.json();
}

const sent = (credential, response) => ({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
});

async function usePasskey(action) {
    const options = await post("/sign-in/passkey/options");
    options.challenge = toBytes(options.challenge);
    options.allowCredentials = withBytes(options.allowCredentials);
    const made = await navigator.credentials.get({ publicKey: options });
    return post(action, sent(made, {
        authenticatorData: toText(made.response.authenticatorData),
        clientDataJSON: toText(made.response.clientDataJSON),
        signature: toText(made.response.signature),
        userHandle: made.response.userHandle ? toText(made.response.userHandle) : undefined,
    }));
}

async function makePasskey(action) {
    const options = await post(action + "/options");
    options.challenge = toBytes(options.challenge);
    options.user.id = toBytes(options.user.id);
    options.excludeCredentials = withBytes(options.excludeCredentials);
    const made = await navigator.credentials.create({ publicKey: options });
    return post(action, sent(made, {
        attestationObject: toText(made.response.attestationObject),
        clientDataJSON: toText(made.response.clientDataJSON),
        transports: made.response.getTransports?.() ?? [],
    }));
}

function offer(button, ceremony, sentence) {
    button.hidden = false;
    button.addEventListener("click", async () => {
        const problem = document.querySelector("[data-passkey-problem]");
        problem.textContent = "";
        try {
            const next = await ceremony();
            location.assign(button.dataset.to ?? next.to);
        } catch {
            problem.textContent = sentence;
        }
    });
}

if (window.PublicKeyCredential) {
    for (const part of document.querySelectorAll("[data-passkey-part]")) {
        part.hidden = false;
    }
    for (const button of document.querySelectorAll("[data-passkey]")) {
        offer(button, () => usePasskey(button.dataset.passkey),
            "No passkey of yours fits here. Use your name and password, or try again.");
    }
    for (const button of document.querySelectorAll("[data-new-passkey]")) {
        offer(button, () => makePasskey(button.dataset.newPasskey),
            "No passkey was made. Try again, or use an authenticator app.");
    }
}
