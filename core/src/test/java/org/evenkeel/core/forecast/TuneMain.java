package org.evenkeel.core.forecast;

import org.evenkeel.core.insilico.FadingDrops;
import org.evenkeel.core.insilico.Spells;
import org.evenkeel.core.insilico.TwoPools;

final class TuneMain {
    public static void main(String[] args) {
        int n = Integer.parseInt(args[0]);
        Prior prior = Priors.phq9();
        long t = System.nanoTime();
        System.out.println("drops  " + Trial.run(FadingDrops::new, n, prior, 1));
        System.out.println("spells " + Trial.run(Spells::new, n, prior, 2));
        System.out.println("pools  " + Trial.run(TwoPools::new, n, prior, 3));
        System.out.println((System.nanoTime() - t) / 1e9);
    }
}
