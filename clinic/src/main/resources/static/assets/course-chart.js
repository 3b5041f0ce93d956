// Draws a patient's course and outlook: scores and treatments above, the chance of being unwell
// below, on one time axis. The figures come with the page; the tables hold the same ones.
"use strict";

(() => {
    const DAY = 86_400_000;
    const PAST_DAYS = 183;
    const element = document.getElementById("course-chart");
    const picture = JSON.parse(document.getElementById("course-picture").textContent);
    const chart = echarts.init(element, null, {renderer: "svg"});
    let then = waitingBand(document);
    let whole = false;

    const time = (day) => Date.parse(day + "T00:00:00Z");
    const pairs = (days, values) => days.map((day, i) => [time(day), values[i]]);

    function waitingBand(root) {
        const data = root.querySelector("[data-waiting]");
        return data ? {day: data.dataset.waiting, band: JSON.parse(data.textContent)} : null;
    }

    function colours() {
        const style = getComputedStyle(document.documentElement);
        const token = (name) => style.getPropertyValue("--" + name).trim();
        return {
            ink: token("ink"), soft: token("ink-soft"), line: token("line"),
            surface: token("surface"), accent: token("accent"), score: token("chart-score"),
            band: token("chart-band"), then: token("chart-then"),
            threshold: token("chart-threshold"), window: token("chart-window"),
        };
    }

    // A band between two lines: an unseen line carries a filled one on top of it.
    function band(name, days, low, high, colour, opacity) {
        const common = {
            type: "line", stack: name, symbol: "none", silent: true, z: 1,
            lineStyle: {opacity: 0}, tooltip: {show: false}, animation: false,
        };
        return [
            {...common, name: name + " low", data: pairs(days, low)},
            {
                ...common, name,
                data: pairs(days, high.map((value, i) => value - low[i])),
                areaStyle: {color: colour, opacity},
            },
        ];
    }

    function line(name, data, colour, more = {}) {
        return {
            type: "line", name, data, symbol: "none", animation: false, z: 3,
            lineStyle: {color: colour, width: 2}, itemStyle: {color: colour}, ...more,
        };
    }

    function rule(value, words, colour) {
        return {
            silent: true, symbol: "none", animation: false,
            lineStyle: {color: colour, type: [4, 4], width: 1},
            label: {formatter: words, color: colour, position: "insideStartTop", fontSize: 11},
            data: [{yAxis: value}],
        };
    }

    function vertical(day, words, colour, type = "solid") {
        return {
            xAxis: time(day), lineStyle: {color: colour, type, width: 1.5},
            // Today's word stands left of its line, later days' right of theirs: no overlap.
            label: {
                formatter: words, color: colour, fontSize: 11, position: "end",
                align: day === picture.today ? "right" : "left",
            },
        };
    }

    function shading(c) {
        return {
            silent: true, animation: false, itemStyle: {color: c.window, opacity: 0.13},
            data: picture.window.map((w) => [{xAxis: time(w.earliest)}, {xAxis: time(w.latest)}]),
        };
    }

    function days(c) {
        const lines = [vertical(picture.today, "today", c.soft)];
        for (const w of picture.window) {
            if (w.proposed) {
                lines.push(vertical(w.proposed, "proposed", c.window));
            }
        }
        if (picture.booked) {
            lines.push(vertical(picture.booked, "booked", c.accent));
        }
        return {silent: true, symbol: "none", animation: false, data: lines};
    }

    function scoreSeries(c) {
        const o = picture.outlook;
        const series = [
            line(picture.instrument, picture.scores.map((s) => [time(s.day), s.value]), c.score, {
                symbol: "circle", symbolSize: 6, z: 5, markLine: rule(
                    picture.threshold, "unwell from " + picture.threshold, c.threshold),
            }),
            {
                type: "scatter", name: "Treatment", symbol: "rect", symbolSize: [3, 14],
                symbolOffset: [0, -7], z: 4, animation: false, itemStyle: {color: c.accent},
                data: picture.treatments.map((t) => ({value: [time(t.day), 0], words: t.words})),
                markArea: shading(c), markLine: days(c),
            },
        ];
        if (o.days.length > 0) {
            series.push(
                ...band("Most", o.days, o.p10, o.p90, c.band, 0.18),
                ...band("Half", o.days, o.p25, o.p75, c.band, 0.28),
                line("Middle of the forecast", pairs(o.days, o.p50), c.band));
        }
        if (then) {
            series.push(line("If treated then", pairs(then.band.days, then.band.p50), c.then, {
                lineStyle: {color: c.then, width: 2, type: [6, 4]}, z: 4,
            }));
        }
        return series;
    }

    function riskSeries(c) {
        const o = picture.outlook;
        const below = {xAxisIndex: 1, yAxisIndex: 1};
        const percent = (values) => values.map((value) => Math.round(value * 1000) / 10);
        const series = [
            line("Chance of being unwell", pairs(o.days, percent(o.unwell)), c.band, {
                ...below, markLine: rule(
                    picture.riskLimit * 100,
                    "clinic's limit " + Math.round(picture.riskLimit * 100) + " %", c.threshold),
            }),
            {...line("", [], c.window, below), markArea: shading(c)},
        ];
        if (then) {
            series.push(line("Chance if treated then",
                pairs(then.band.days, percent(then.band.unwell)), c.then,
                {...below, lineStyle: {color: c.then, width: 2, type: [6, 4]}}));
        }
        return series;
    }

    // Built as elements: the content policy allows no styles inside text.
    function tooltip(points) {
        const box = document.createElement("div");
        box.className = "chart-tip";
        const add = (text, tag = "div") => {
            const part = document.createElement(tag);
            part.textContent = text;
            box.append(part);
        };
        add(new Date(points[0].axisValue).toLocaleDateString("en-GB",
            {weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC"}),
            "strong");
        for (const point of points) {
            if (point.seriesName === "Treatment") {
                add(point.data.words);
            } else if (point.seriesName && !/^(Most|Half)/.test(point.seriesName)) {
                const chance = point.seriesName.startsWith("Chance");
                add(point.seriesName + ": " + Math.round(point.value[1]) + (chance ? " %" : ""));
            }
        }
        return box;
    }

    function dayLabel(value) {
        const day = new Date(value);
        const month = day.toLocaleDateString("en-GB", {month: "short", timeZone: "UTC"});
        if (day.getUTCDate() !== 1) {
            return day.getUTCDate() + " " + month;
        }
        return day.getUTCMonth() === 0 ? month + " " + day.getUTCFullYear() : month;
    }

    function axes(c, from, to) {
        const narrow = element.clientWidth < 560;
        const x = {
            type: "time", min: from, max: to, axisLine: {lineStyle: {color: c.line}},
            axisTick: {show: false}, splitLine: {show: false}, splitNumber: narrow ? 4 : 7,
            axisLabel: {color: c.soft, fontSize: 11, hideOverlap: true, formatter: dayLabel},
        };
        const y = (name, max, unit) => ({
            type: "value", name, min: 0, max, nameGap: 12,
            nameTextStyle: {color: c.soft, fontSize: 11, align: "left", padding: [0, 0, 0, -36]},
            axisLabel: {color: c.soft, fontSize: 11, formatter: "{value}" + unit},
            splitLine: {lineStyle: {color: c.line, opacity: 0.7}},
        });
        return {
            grid: [
                {left: 44, right: 16, top: 44, height: "56%"},
                {left: 44, right: 16, bottom: 26, height: "20%"},
            ],
            xAxis: [
                {...x, gridIndex: 0, axisLabel: {show: false}},
                {...x, gridIndex: 1},
            ],
            yAxis: [
                {...y(picture.instrument + " score", picture.maximum, ""), gridIndex: 0, interval: 9},
                {...y("Chance of being unwell", 100, " %"), gridIndex: 1, interval: 50},
            ],
        };
    }

    // Half a year back, or all there is.
    function from(today) {
        const first = [...picture.scores, ...picture.treatments].map((each) => time(each.day));
        return whole ? Math.min(today - 28 * DAY, ...first) : today - PAST_DAYS * DAY;
    }

    function draw() {
        const c = colours();
        const today = time(picture.today);
        const o = picture.outlook.days;
        const to = o.length > 0 ? time(o[o.length - 1]) : today + 28 * DAY;
        chart.setOption({
            useUTC: true, animation: false, textStyle: {fontFamily: "inherit"},
            aria: {enabled: false},
            axisPointer: {link: [{xAxisIndex: "all"}], lineStyle: {color: c.soft}},
            tooltip: {
                trigger: "axis", confine: true, formatter: tooltip, backgroundColor: c.surface,
                borderColor: c.line, textStyle: {color: c.ink, fontSize: 12},
            },
            ...axes(c, from(today), to),
            series: [...scoreSeries(c), ...riskSeries(c)],
        }, {notMerge: true});
    }

    draw();
    new ResizeObserver(() => { chart.resize(); draw(); }).observe(element);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    for (const button of document.querySelectorAll("[data-range]")) {
        button.addEventListener("click", () => {
            whole = button.dataset.range === "whole";
            for (const each of document.querySelectorAll("[data-range]")) {
                each.setAttribute("aria-pressed", String(each === button));
            }
            draw();
        });
    }
    document.body.addEventListener("htmx:afterSwap", (event) => {
        then = waitingBand(event.target);
        draw();
    });
})();
