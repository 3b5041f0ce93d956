package org.evenkeel.clinic.identity.web;

import org.evenkeel.clinic.access.Permission;
import org.evenkeel.clinic.identity.Machine;
import org.evenkeel.clinic.web.FormState;
import org.evenkeel.clinic.web.Words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// The programs of a clinic.
///
/// @param rows the latest first
/// @param form the one being registered
/// @param made the one just registered, with its token, shown this once
/// @param grantable what a program may be allowed
/// @param lives how many days a token may be good
public record MachinesPage(
        List<Row> rows,
        FormState form,
        Optional<Made> made,
        List<Permission> grantable,
        List<Integer> lives) {

    /// One program.
    ///
    /// @param standing whether its token is good and until when, in words
    public record Row(UUID id, String name, String may, String standing, boolean isGood) {}

    /// A token to hand over.
    public record Made(String name, String token) {
        @Override
        public String toString() {
            return "Made " + name;
        }
    }

    /// What a permission lets a program do.
    public static String words(Permission permission) {
        return permission.words().replace('-', ' ');
    }

    static List<Row> rows(List<Machine> machines, Instant now, ZoneId zone) {
        return machines.stream()
                .map(each -> new Row(
                        each.id(),
                        each.name(),
                        each.may().stream()
                                .map(MachinesPage::words)
                                .sorted()
                                .collect(Collectors.joining(", ")),
                        standing(each, now, zone),
                        each.isGood(now)))
                .toList();
    }

    private static String standing(Machine machine, Instant now, ZoneId zone) {
        return machine.revokedAt()
                .map(at -> "ended " + Words.day(LocalDate.ofInstant(at, zone)))
                .orElseGet(() -> (machine.isGood(now) ? "until " : "expired ")
                        + Words.day(LocalDate.ofInstant(machine.expiresAt(), zone)));
    }
}
