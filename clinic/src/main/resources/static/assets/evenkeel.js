// The one behaviour every page has: narrowing a list by name, here in the browser, so that no name
// is ever part of an address.
"use strict";

const field = document.querySelector("[data-filter-rows]");

if (field) {
    const rows = [...document.querySelectorAll("[data-row]")];
    const empty = document.querySelector("[data-filter-empty]");
    field.addEventListener("input", () => {
        const wanted = field.value.trim().toLocaleLowerCase();
        let found = 0;
        for (const row of rows) {
            row.hidden = !row.dataset.row.toLocaleLowerCase().includes(wanted);
            found += row.hidden ? 0 : 1;
        }
        for (const group of document.querySelectorAll(".group")) {
            group.hidden = !group.querySelector("[data-row]:not([hidden])");
        }
        empty.hidden = found > 0;
    });
}
