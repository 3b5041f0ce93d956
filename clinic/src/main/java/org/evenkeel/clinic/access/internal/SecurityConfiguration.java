package org.evenkeel.clinic.access.internal;

import org.evenkeel.clinic.access.MachineDoor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The outer wall: signed in or not, CSRF, headers. What a person may do is declared at each route.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {
    private final PermissionGate gate;
    private final FormTokenMark formTokenMark;
    private final String address;

    /// @param address under which people reach this clinic; empty where none is set
    SecurityConfiguration(
            PermissionGate gate,
            FormTokenMark formTokenMark,
            @Value("${evenkeel.address:}") String address) {
        this.gate = gate;
        this.formTokenMark = formTokenMark;
        this.address = address;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate);
    }

    @Bean
    SecurityFilterChain wall(
            HttpSecurity http,
            SecurityContextRepository contexts,
            CsrfTokenRepository tokens,
            MachineDoor machines,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errorPages) {
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .ignoringRequestMatchers(MachineWall::isProgram))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET, "/", "/enter/*", "/assets/**", "/webjars/**")
                        .permitAll()
                        .requestMatchers("/sign-in", "/sign-in/**")
                        .permitAll()
                        .requestMatchers("/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, denied) -> response.sendRedirect("/"))
                        .accessDeniedHandler(formTokenMark))
                .addFilterBefore(new DatabaseWall(errorPages), SecurityContextHolderFilter.class)
                .addFilterAfter(
                        new MachineWall(machines, errorPages), SecurityContextHolderFilter.class)
                .addFilterBefore(new UploadWall(errorPages), CsrfFilter.class)
                .logout(logout -> logout.logoutUrl("/leave").logoutSuccessUrl("/"))
                .requestCache(cache -> cache.disable())
                .httpBasic(basic -> basic.disable())
                .formLogin(form -> form.disable())
                .headers(headers -> headers.defaultsDisabled()
                        .httpStrictTransportSecurity(hsts -> hsts.requestMatcher(
                                request -> request.isSecure() || address.startsWith("https://"))))
                .build();
    }

    /// Spring's usual wall against strange requests; and no text may hold a character that
    /// PostgreSQL cannot keep.
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> answerHeaders() {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new AnswerHeaders()));
    }

    /// A sign-in gets a form token of its own.
    @Bean
    SessionAuthenticationStrategy renewFormToken(CsrfTokenRepository tokens) {
        return new CsrfAuthenticationStrategy(tokens);
    }

    /// Spring's own password accounts are not used; without this bean it would make one.
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("accounts are not kept here");
        };
    }
}
