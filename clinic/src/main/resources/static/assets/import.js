// Says at once that a chosen file is too large; the server says it too, after the upload.
"use strict";

for (const field of document.querySelectorAll("input[data-most-bytes]")) {
    field.addEventListener("change", () => {
        const most = Number(field.dataset.mostBytes);
        const tooLarge = [...field.files].some((file) => file.size > most);
        const sentence = tooLarge ? field.dataset.tooLarge : "";
        field.setCustomValidity(sentence);
        document.getElementById(`${field.id}-wrong`).textContent = sentence;
    });
}
