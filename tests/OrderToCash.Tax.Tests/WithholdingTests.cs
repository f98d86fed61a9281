using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.Tax.Tests;

public class WithholdingTests
{
    private static readonly Actor By = Actor.Person("ar");
    private static readonly Instant At = Instant.FromUtc(2024, 4, 2, 9, 0);
    private static readonly Currency Inr = Currency.Of("INR");
    private static readonly PaymentId Payment = new("PAY-1");

    private static Money Rupees(decimal amount) => Money.Of(amount, Inr);

    private static readonly WithholdingFacts Facts = new()
    {
        Customer = new("C-1"), Payment = Payment, Invoices = [new("INV-1")], TaxKind = "TDS 194J", Base = Rupees(100_000), Amount = Rupees(10_000), DueOn = new(2024, 5, 31),
    };

    private static WithholdingCertificate Expected => Expect.Success(WithholdingCertificate.Expect(new("W-1"), Facts, By, At)).State;

    private static WithholdingPaper Paper(decimal amount, string number = "16A-1") => new() { Number = number, Amount = Rupees(amount), On = new(2024, 5, 20) };

    private static WithholdingCertificate After(WithholdingPaper paper) => Expect.Success(Expected.Receive(paper, By, At)).State;

    [Fact]
    public void A_customer_withholds_the_certificate_comes_and_the_deduction_is_allowed()
    {
        Assert.Equal((false, true), (Expected.IsOverdue(new(2024, 5, 31)), Expected.IsOverdue(new(2024, 6, 1))));
        Expect.Refused(WithholdingErrors.NotProven, Expected.Deduct(Rupees(1), Payment, By, At));
        var received = After(Paper(10_000));
        Assert.Equal((WithholdingStatus.Received, Rupees(10_000), false), (received.Status, received.Deductible, received.IsOverdue(new(2025, 1, 1))));
        var deducted = Expect.Success(received.Deduct(Rupees(10_000), Payment, By, At)).State;
        Assert.True(deducted.Deductible.IsZero);
        Assert.Equal(received, Expect.Success(deducted.UndoDeduction(Rupees(10_000), Payment, By, At)).State);
    }

    [Fact]
    public void A_certificate_for_a_part_leaves_the_rest_missing_until_somebody_gives_it_up()
    {
        var part = After(Paper(6_000));
        Assert.Equal((WithholdingStatus.PartlyReceived, Rupees(4_000)), (part.Status, part.Missing));
        Expect.Refused(WithholdingErrors.ExceedsExpected, part.Receive(Paper(4_000.01m, "16A-2"), By, At));
        var over = Expect.Success(part.GiveUp("customer was wound up", By, At));
        Assert.Equal(Rupees(4_000), Assert.IsType<WithholdingGivenUp>(over.Events[0]).Missing);
        Assert.Empty(Expect.Success(over.State.GiveUp("again", By, At)).Events);
        Assert.Equal(WithholdingStatus.Received, Expect.Success(over.State.Receive(Paper(4_000, "16A-2"), By, At)).State.Status);
    }

    [Fact]
    public void A_certificate_counts_once()
    {
        var part = After(Paper(6_000));
        Assert.Empty(Expect.Success(part.Receive(Paper(6_000), By, At)).Events);
        Expect.Refused(WithholdingErrors.NumberUsed, part.Receive(Paper(4_000), By, At));
        Expect.Refused(WithholdingErrors.PaperInvalid, part.Receive(Paper(4_000, " "), By, At));
        Expect.Refused(WithholdingErrors.PaperInvalid, part.Receive(Paper(1, "x") with { Amount = Money.Of(1, Currency.Eur) }, By, At));
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Expect.Refused(WithholdingErrors.AmountInvalid, WithholdingCertificate.Expect(new("W"), Facts with { Amount = Rupees(100_001) }, By, At));
        Expect.Refused(WithholdingErrors.NotDeducted, Expected.UndoDeduction(Rupees(1), Payment, By, At));
        Expect.Refused(WithholdingErrors.NothingMissing, After(Paper(10_000)).GiveUp("?", By, At));
        Expect.Refused(WithholdingErrors.ReasonMissing, Expected.GiveUp("", By, At));
        Expect.Found(WithholdingErrors.Inconsistent, (Expected with { Deducted = Rupees(1) }).Check());
    }

    public static Arbitrary<(int Command, int Amount)[]> Commands { get; } =
        Arb.From(Gen.ArrayOf(Gen.Zip(Gen.Choose(0, 3), Gen.Elements(-1, 0, 1, 2_500, 5_000, 10_000)).Select(z => (z.Item1, z.Item2))));

    [Property(MaxTest = 500, Arbitrary = [typeof(WithholdingTests)])]
    public bool Any_sequence_of_commands_keeps_the_invariants((int Command, int Amount)[] commands)
    {
        var (state, number) = (Expected, 0);
        foreach (var (command, amount) in commands)
        {
            var result = command switch
            {
                0 => state.Receive(Paper(amount, $"16A-{number++ % 5}"), By, At),
                1 => state.Deduct(Rupees(amount), Payment, By, At),
                2 => state.UndoDeduction(Rupees(amount), Payment, By, At),
                _ => state.GiveUp("never came", By, At),
            };
            if (!result.IsSuccess) continue;
            var decision = result.Value;
            if (decision.State != decision.Events.Aggregate(state, (s, e) => s.Apply(e)) || !decision.State.Check().IsEmpty) return false;
            state = decision.State;
        }
        return state.Proven + state.Missing == Facts.Amount;
    }
}
