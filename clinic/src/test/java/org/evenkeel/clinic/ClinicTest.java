package org.evenkeel.clinic;

import org.evenkeel.clinic.oversight.internal.MailForTests;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A test of the whole clinic: a real server on a real PostgreSQL, started once for all of them.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "evenkeel.demo=true")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({TestClock.class, Visitors.class, OwnersView.class, MailForTests.class})
public @interface ClinicTest {}
