package org.evenkeel.core.pharmacokinetics;

import org.evenkeel.core.pharmacokinetics.Network.Flow;
import org.evenkeel.core.pharmacokinetics.Network.Input;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// A published model of a typical adult: its parameters come from a content file, its
/// equations stand here. Concentrations are ng/mL at ascending hours after the dose began.
public sealed interface PublishedModel {
    /// From mg/L to ng/mL.
    double NG_PER_ML = 1_000;

    /// The drug in plasma during and after an infusion, or a bolus of 0 hours.
    double[] afterInfusion(double weightKg, double mg, double hours, double[] at);

    private static double[] concentrations(double[][] amounts, int compartment, double litres) {
        return DoubleStream.of(column(amounts, compartment))
                .map(mg -> NG_PER_ML * mg / litres)
                .toArray();
    }

    private static double[] column(double[][] amounts, int compartment) {
        double[] column = new double[amounts.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = amounts[i][compartment];
        }
        return column;
    }

    /// One compartment whose volume and clearance are stated for a body weight and grow
    /// with it.
    ///
    /// @param volume litres
    /// @param clearance litres an hour
    /// @param forKg the weight they are stated for
    record OneCompartment(double volume, double clearance, double forKg) implements PublishedModel {
        @Override
        public double[] afterInfusion(double weightKg, double mg, double hours, double[] at) {
            Network network = new Network(1, List.of(new Flow(0, Network.OUT, clearance / volume)));
            double[][] amounts = network.amounts(List.of(new Input(0, 0, mg, hours)), at);
            return concentrations(amounts, 0, volume * weightKg / forKg);
        }
    }

    /// A central compartment and two others, by rates, with a volume for each kilogram.
    ///
    /// @param litresPerKg central volume
    /// @param k10 out of the body, per minute
    /// @param k12 to the second compartment
    /// @param k21 and back
    /// @param k13 to the third
    /// @param k31 and back
    record ThreeCompartments(
            double litresPerKg, double k10, double k12, double k21, double k13, double k31)
            implements PublishedModel {
        private static final double MINUTES = 60;

        @Override
        public double[] afterInfusion(double weightKg, double mg, double hours, double[] at) {
            Network network = new Network(
                    3,
                    List.of(
                            new Flow(0, Network.OUT, MINUTES * k10),
                            new Flow(0, 1, MINUTES * k12),
                            new Flow(1, 0, MINUTES * k21),
                            new Flow(0, 2, MINUTES * k13),
                            new Flow(2, 0, MINUTES * k31)));
            double[][] amounts = network.amounts(List.of(new Input(0, 0, mg, hours)), at);
            return concentrations(amounts, 0, litresPerKg * weightKg);
        }
    }

    /// Three compartments of the drug with a liver that blood flows through, two of the
    /// metabolite; nasal doses are in part taken up by the nose and in part swallowed
    /// (Perez-Ruixo 2021).
    ///
    /// @param drug the drug's own disposition
    /// @param metabolite the metabolite's
    /// @param nasal how a nasal dose is taken up
    /// @param oral how a swallowed dose is taken up
    record HepatoPortal(Disposition drug, Metabolite metabolite, Nasal nasal, Oral oral)
            implements PublishedModel {
        private static final int CENTRAL = 0;
        private static final int SHALLOW = 1;
        private static final int DEEP = 2;
        private static final int LIVER = 3;
        private static final int METABOLITE = 4;
        private static final int METABOLITE_DEEP = 5;
        private static final int NOSE = 6;
        private static final int GUT = 7;
        private static final int COMPARTMENTS = 8;

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

        /// @param firstDevice share of the first device's dose that the nose takes up
        /// @param laterDevices by what factor it is less for the others
        /// @param ka uptake by the nose, per hour
        /// @param swallowedHours how long the swallowed part takes to reach the gut
        /// @param kaSwallowed uptake from the gut, per hour
        /// @param gut share that passes the wall of the gut
        public record Nasal(
                double firstDevice,
                double laterDevices,
                double ka,
                double swallowedHours,
                double kaSwallowed,
                double gut) {
            /// The share of a dose from so many devices that the nose takes up.
            public double share(int devices) {
                return firstDevice * (1 + laterDevices * (devices - 1)) / devices;
            }
        }

        /// @param hours how long a dose takes to reach the gut
        /// @param ka uptake from the gut, per hour
        public record Oral(double hours, double ka) {}

        /// The share that the liver takes out of what flows through it.
        public double extraction() {
            double intrinsic = (drug.kel + drug.kmet) * drug.vh;
            return intrinsic / (drug.qh + intrinsic);
        }

        @Override
        public double[] afterInfusion(double weightKg, double mg, double hours, double[] at) {
            return concentrations(
                    network(nasal.kaSwallowed)
                            .amounts(List.of(new Input(CENTRAL, 0, mg, hours)), at),
                    CENTRAL,
                    drug.vc);
        }

        /// The drug after a nasal dose from so many devices at once.
        public double[] afterNasal(double mg, int devices, double[] at) {
            return concentrations(nasalAmounts(mg, devices, at), CENTRAL, drug.vc);
        }

        /// The metabolite after the same.
        public double[] metaboliteAfterNasal(double mg, int devices, double[] at) {
            return concentrations(nasalAmounts(mg, devices, at), METABOLITE, metabolite.vc);
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

        /// The drug after an oral dose.
        public double[] afterOral(double mg, double[] at) {
            Input swallowed = new Input(GUT, 0, nasal.gut * mg, oral.hours);
            return concentrations(
                    network(oral.ka).amounts(List.of(swallowed), at), CENTRAL, drug.vc);
        }

        private double[][] nasalAmounts(double mg, int devices, double[] at) {
            double share = nasal.share(devices);
            return network(nasal.kaSwallowed)
                    .amounts(
                            List.of(
                                    new Input(NOSE, 0, share * mg, 0),
                                    new Input(
                                            GUT,
                                            0,
                                            (1 - share) * nasal.gut * mg,
                                            nasal.swallowedHours)),
                            at);
        }

        private Network network(double kaGut) {
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
            flows.add(new Flow(GUT, LIVER, kaGut));
            return new Network(COMPARTMENTS, flows);
        }

        private static void exchange(List<Flow> flows, int a, double there, int b, double back) {
            flows.add(new Flow(a, b, there));
            flows.add(new Flow(b, a, back));
        }
    }
}
