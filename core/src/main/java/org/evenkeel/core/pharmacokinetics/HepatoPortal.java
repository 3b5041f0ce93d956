package org.evenkeel.core.pharmacokinetics;

import org.evenkeel.core.pharmacokinetics.Network.Flow;
import org.evenkeel.core.pharmacokinetics.Network.Input;
import org.evenkeel.core.pharmacokinetics.Scheme.Pool;
import org.evenkeel.core.protocol.Route;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Three compartments of the drug with a liver that blood flows through, two of the
/// metabolite; nasal doses are in part taken up by the nose and in part swallowed
/// (Perez-Ruixo 2021). Body weight has no part in it.
///
/// @param drug the drug's own disposition
/// @param metabolite the metabolite's
/// @param nasal how a nasal dose is taken up
/// @param oral how a swallowed dose is taken up
/// @param spread how people differ from all these
public record HepatoPortal(
        Disposition drug, Metabolite metabolite, Nasal nasal, Oral oral, Spread spread)
        implements PublishedModel {
    private static final int CENTRAL = 0;
    private static final int SHALLOW = 1;
    private static final int DEEP = 2;
    private static final int LIVER = 3;
    private static final int METABOLITE = 4;
    private static final int METABOLITE_DEEP = 5;
    private static final int NOSE = 6;
    private static final int SWALLOWED = 7;
    private static final int DRUNK = 8;
    private static final int COMPARTMENTS = 9;

    /// @param vc central volume, L
    /// @param q1 flow to the shallow compartment, L/h, of volume `vp1`
    /// @param q2 flow to the deep compartment, L/h, of volume `vp2`
    /// @param qh flow through the liver, L/h, of volume `vh`
    /// @param kel lost from the liver otherwise, per hour
    /// @param kmet turned into the metabolite in the liver, per hour
    public record Disposition(
            double vc,
            double q1,
            double vp1,
            double q2,
            double vp2,
            double qh,
            double vh,
            double kel,
            double kmet) {}

    /// @param vc central volume, L
    /// @param cl clearance, L/h
    /// @param q flow to the other compartment, L/h, of volume `vp`
    public record Metabolite(double vc, double cl, double q, double vp) {}

    /// @param deviceMg what one device holds
    /// @param firstDevice share of the first device's dose that the nose takes up
    /// @param laterDevices by what factor it is less for the others
    /// @param ka uptake by the nose, per hour
    /// @param swallowedHours how long the swallowed part takes to reach the gut
    /// @param kaSwallowed uptake from the gut, per hour
    /// @param gut share that passes the wall of the gut
    public record Nasal(
            double deviceMg,
            double firstDevice,
            double laterDevices,
            double ka,
            double swallowedHours,
            double kaSwallowed,
            double gut) {
        /// How many devices a dose takes; not whole where the dose is not one of theirs.
        public double devices(double mg) {
            return mg / deviceMg;
        }

        /// The share of a dose from so many devices that the nose takes up.
        public double share(double devices) {
            return firstDevice * (1 + laterDevices * (devices - 1)) / devices;
        }
    }

    /// @param hours how long a dose takes to reach the gut
    /// @param ka uptake from the gut, per hour
    public record Oral(double hours, double ka) {}

    /// Standard deviations between people, of logarithms; of the logit for the nose's share.
    /// The two uptakes from the gut differ together.
    public record Spread(
            double vc,
            double vp1,
            double qh,
            double vh,
            double kel,
            double metaboliteVc,
            double metaboliteCl,
            double nasalShare,
            double kaNasal,
            double kaGut) {
        /// All alike.
        public static final Spread NONE = new Spread(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// The same typical person among others who differ so.
    public HepatoPortal spreadBy(Spread between) {
        return new HepatoPortal(drug, metabolite, nasal, oral, between);
    }

    /// The share that the liver takes out of what flows through it.
    public double extraction() {
        double intrinsic = (drug.kel + drug.kmet) * drug.vh;
        return intrinsic / (drug.qh + intrinsic);
    }

    /// The share of an oral dose that comes to the blood behind the liver.
    public double oralBioavailability() {
        return nasal.gut * (1 - extraction());
    }

    /// The share of a nasal dose from so many devices that does.
    public double nasalBioavailability(int devices) {
        double share = nasal.share(devices);
        return share + (1 - share) * oralBioavailability();
    }

    @Override
    public Set<Route> routes() {
        return EnumSet.of(Route.IV, Route.IN, Route.PO);
    }

    @Override
    public Optional<String> amounts(GivenDose dose) {
        double devices = nasal.devices(dose.mg());
        boolean isOfDevices = devices >= 1 && devices == Math.rint(devices);
        return dose.route() != Route.IN || isOfDevices
                ? Optional.empty()
                : Optional.of("a whole number of nasal devices of " + nasal.deviceMg + " mg");
    }

    @Override
    public boolean varies() {
        return true;
    }

    @Override
    public HepatoPortal drawn(RandomGenerator random) {
        Disposition d = drug;
        Disposition body = new Disposition(
                differing(d.vc, spread.vc, random),
                d.q1,
                differing(d.vp1, spread.vp1, random),
                d.q2,
                d.vp2,
                differing(d.qh, spread.qh, random),
                differing(d.vh, spread.vh, random),
                differing(d.kel, spread.kel, random),
                d.kmet);
        Metabolite product = new Metabolite(
                differing(metabolite.vc, spread.metaboliteVc, random),
                differing(metabolite.cl, spread.metaboliteCl, random),
                metabolite.q,
                metabolite.vp);
        double odds =
                differing(nasal.firstDevice / (1 - nasal.firstDevice), spread.nasalShare, random);
        double kaNasal = differing(nasal.ka, spread.kaNasal, random);
        double gutFactor = differing(1, spread.kaGut, random);
        Nasal nose = new Nasal(
                nasal.deviceMg,
                odds / (1 + odds),
                nasal.laterDevices,
                kaNasal,
                nasal.swallowedHours,
                nasal.kaSwallowed * gutFactor,
                nasal.gut);
        return new HepatoPortal(
                body, product, nose, new Oral(oral.hours, oral.ka * gutFactor), spread);
    }

    private static double differing(double typical, double deviation, RandomGenerator random) {
        return typical * Math.exp(deviation * random.nextGaussian());
    }

    @Override
    public Scheme scheme(double weightKg, List<GivenDose> doses) {
        List<Input> inputs = new ArrayList<>();
        for (GivenDose dose : doses) {
            if (dose.route() == Route.IN) {
                double share = nasal.share(nasal.devices(dose.mg()));
                double passing = (1 - share) * nasal.gut * dose.mg();
                inputs.add(new Input(NOSE, dose.hour(), share * dose.mg(), 0));
                inputs.add(new Input(SWALLOWED, dose.hour(), passing, nasal.swallowedHours));
            } else if (dose.route() == Route.PO) {
                inputs.add(new Input(DRUNK, dose.hour(), nasal.gut * dose.mg(), oral.hours));
            } else {
                inputs.add(new Input(CENTRAL, dose.hour(), dose.mg(), dose.hours()));
            }
        }
        return new Scheme(
                COMPARTMENTS,
                flows(),
                inputs,
                new Pool(CENTRAL, drug.vc),
                Optional.of(new Pool(METABOLITE, metabolite.vc)));
    }

    private List<Flow> flows() {
        List<Flow> flows = new ArrayList<>();
        exchange(flows, CENTRAL, drug.q1 / drug.vc, SHALLOW, drug.q1 / drug.vp1);
        exchange(flows, CENTRAL, drug.q2 / drug.vc, DEEP, drug.q2 / drug.vp2);
        exchange(flows, CENTRAL, drug.qh / drug.vc, LIVER, drug.qh / drug.vh);
        flows.add(new Flow(LIVER, Network.OUT, drug.kel));
        flows.add(new Flow(LIVER, METABOLITE, drug.kmet));
        double there = metabolite.q / metabolite.vc;
        exchange(flows, METABOLITE, there, METABOLITE_DEEP, metabolite.q / metabolite.vp);
        flows.add(new Flow(METABOLITE, Network.OUT, metabolite.cl / metabolite.vc));
        flows.add(new Flow(NOSE, CENTRAL, nasal.ka));
        flows.add(new Flow(SWALLOWED, LIVER, nasal.kaSwallowed));
        flows.add(new Flow(DRUNK, LIVER, oral.ka));
        return flows;
    }

    private static void exchange(List<Flow> flows, int a, double there, int b, double back) {
        flows.add(new Flow(a, b, there));
        flows.add(new Flow(b, a, back));
    }
}
