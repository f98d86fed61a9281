using static OrderToCash.Receivables.Tests.ADispute;

namespace OrderToCash.Receivables.Tests;

public sealed class DisputeTriageTests
{
    private static TriageLine Line(decimal billed, decimal? delivered = null, decimal? returned = null, decimal credited = 0, decimal gross = 119, decimal price = 10,
        decimal? agreed = null) => new()
    {
        Line = "1", Billed = Quantity.Pieces(billed), Credited = Quantity.Pieces(credited), Delivered = delivered is { } d ? Quantity.Pieces(d) : null,
        Returned = returned is { } r ? Quantity.Pieces(r) : null, PriceBilled = UnitPrice.Of(price, Currency.Eur),
        PriceAgreed = agreed is { } a ? UnitPrice.Of(a, Currency.Eur) : null, Gross = Eur(gross),
    };

    private static DisputeCase Claim(DisputeReason reason, decimal amount) =>
        Expect.Success(Open(Facts(Part("INV-1/1", amount)) with { Reason = reason })).State;

    private static (TriageVerdict, Money) Assess(DisputeReason reason, decimal claimed, TriageFacts facts)
    {
        var result = DisputeTriage.Assess(Claim(reason, claimed), facts);
        Assert.NotEmpty(result.Explanation);
        return (result.Verdict, result.ProposedValid);
    }

    [Fact]
    public void Short_delivery_is_valued_at_what_was_asked_with_tax()
    {
        // 10 billed for 119.00, 8 delivered: 23.80 was asked for goods that never came.
        Assert.Equal((TriageVerdict.Valid, Eur(23.80m)), Assess(DisputeReason.QuantityShort, 23.80m, new() { Lines = [Line(10, 8)] }));
        Assert.Equal((TriageVerdict.PartlyValid, Eur(23.80m)), Assess(DisputeReason.QuantityShort, 30, new() { Lines = [Line(10, 8)] }));
        Assert.Equal((TriageVerdict.Invalid, Eur(0)), Assess(DisputeReason.QuantityShort, 30, new() { Lines = [Line(10, 10)] }));
        Assert.Equal((TriageVerdict.Invalid, Eur(0)), Assess(DisputeReason.QuantityShort, 30, new() { Lines = [Line(10, 8, credited: 2)] }));
        Assert.Equal((TriageVerdict.Undecided, Eur(0)), Assess(DisputeReason.QuantityShort, 30, new() { Lines = [Line(10)] }));
        Assert.Equal((TriageVerdict.Undecided, Eur(0)), Assess(DisputeReason.QuantityShort, 30, new()));
    }

    [Fact]
    public void A_dearer_price_than_ordered_counts_for_what_is_billed_and_not_credited()
    {
        Assert.Equal((TriageVerdict.Valid, Eur(11.90m)), Assess(DisputeReason.PriceDiffers, 11.90m, new() { Lines = [Line(10, agreed: 9)] }));
        Assert.Equal((TriageVerdict.PartlyValid, Eur(5.95m)), Assess(DisputeReason.PriceDiffers, 11.90m, new() { Lines = [Line(10, credited: 5, agreed: 9)] }));
        Assert.Equal((TriageVerdict.Invalid, Eur(0)), Assess(DisputeReason.PriceDiffers, 11.90m, new() { Lines = [Line(10, agreed: 10)] }));
        Assert.Equal((TriageVerdict.Undecided, Eur(0)), Assess(DisputeReason.PriceDiffers, 11.90m, new() { Lines = [Line(10)] }));
    }

    [Fact]
    public void Returned_goods_count_until_they_are_credited()
    {
        Assert.Equal((TriageVerdict.Valid, Eur(35.70m)), Assess(DisputeReason.GoodsReturned, 35.70m, new() { Lines = [Line(10, 10, 3)] }));
        Assert.Equal((TriageVerdict.Invalid, Eur(0)), Assess(DisputeReason.GoodsReturned, 35.70m, new() { Lines = [Line(10, 10, 3, credited: 3)] }));
        Assert.Equal((TriageVerdict.Undecided, Eur(0)), Assess(DisputeReason.GoodsReturned, 35.70m, new() { Lines = [Line(10, 10)] }));
    }

    [Fact]
    public void Amounts_are_held_against_amounts()
    {
        Assert.Equal((TriageVerdict.Valid, Eur(12)), Assess(DisputeReason.Freight, 12, new() { FreightBilled = Eur(12), FreightAgreed = Eur(0) }));
        Assert.Equal((TriageVerdict.Undecided, Eur(0)), Assess(DisputeReason.Freight, 12, new() { FreightBilled = Eur(12) }));
        Assert.Equal((TriageVerdict.PartlyValid, Eur(7)), Assess(DisputeReason.Tax, 19, new() { TaxBilled = Eur(19), TaxDue = Eur(12) }));
        Assert.Equal((TriageVerdict.Invalid, Eur(0)), Assess(DisputeReason.Discount, 2, new() { DiscountEarned = Eur(0) }));
        Assert.Equal((TriageVerdict.Valid, Eur(50)), Assess(DisputeReason.AlreadyPaid, 50, new() { PaidBefore = Eur(80) }));
        Assert.Equal((TriageVerdict.PartlyValid, Eur(15)), Assess(DisputeReason.CreditMissing, 20, new() { CreditPromised = Eur(20), CreditedByAmount = Eur(5) }));
        Assert.Equal((TriageVerdict.Undecided, Eur(0)),
            Assess(DisputeReason.CreditMissing, 20, new() { CreditPromised = Eur(20), CreditedByAmount = Money.Of(5, Currency.Usd) }));
    }

    [Fact]
    public void Another_invoice_for_the_same_delivery_ends_the_question()
    {
        Assert.Equal((TriageVerdict.Valid, Eur(60)), Assess(DisputeReason.DuplicateBilling, 60, new() { DuplicateOf = "INV-0" }));
        Assert.Equal((TriageVerdict.Invalid, Eur(0)), Assess(DisputeReason.DuplicateBilling, 60, new() { DuplicateOf = "" }));
        Assert.Equal((TriageVerdict.Undecided, Eur(0)), Assess(DisputeReason.DuplicateBilling, 60, new()));
    }

    [Fact]
    public void What_no_fact_decides_is_left_to_people()
    {
        Assert.Equal((TriageVerdict.Undecided, Eur(0)), Assess(DisputeReason.Quality, 10, new() { Lines = [Line(10, 10)] }));
        Assert.Equal((TriageVerdict.Undecided, Eur(0)), Assess(new("own-reason"), 10, new()));
        var kilos = Line(10, 8) with { Delivered = Quantity.Of(8, UnitCode.Kilogram) };
        Assert.Equal((TriageVerdict.Undecided, Eur(0)), Assess(DisputeReason.QuantityShort, 10, new() { Lines = [kilos] }));
    }

    [Fact]
    public void Only_the_lines_the_claim_names_are_looked_at()
    {
        var claim = Expect.Success(Open(Facts(Part("INV-1/1", 30)) with { Lines = [new() { Line = "2", Amount = Eur(30) }] })).State;
        Assert.Equal(Eur(23.80m), DisputeTriage.Assess(claim, new() { Lines = [Line(10, 0), Line(10, 8) with { Line = "2" }] }).ProposedValid);
        Assert.Equal(TriageVerdict.Undecided, DisputeTriage.Assess(claim, new() { Lines = [Line(10, 0)] }).Verdict);
    }

    [Fact]
    public void A_small_claim_that_the_facts_decide_needs_nobody()
    {
        var claim = Claim(DisputeReason.QuantityShort, 30);
        Result<Money> Decide(DisputeCase c, TriageFacts facts) => AutomaticDecision.Of(c, DisputeTriage.Assess(c, facts), Policy);
        Assert.Equal(Eur(23.80m), Expect.Success(Decide(claim, new() { Lines = [Line(10, 8)] })));
        Assert.Equal(Eur(0), Expect.Success(Decide(claim, new() { Lines = [Line(10, 10)] })));
        Expect.Refused(DisputeErrors.NotDecidable, Decide(claim, new()));
        Expect.Refused(DisputeErrors.AboveAutomaticLimit, Decide(Claim(DisputeReason.QuantityShort, 50.01m), new() { Lines = [Line(10, 8)] }));
        Expect.Refused(DisputeErrors.AboveAutomaticLimit, Decide(Claim(DisputeReason.Tax, 0.01m), new()));
        Expect.Refused(DisputeErrors.WrongStatus, Decide(claim.Decided(Day), new()));
        Assert.Equal(Eur(9), Expect.Success(Decide(Claim(DisputeReason.Freight, 9), new())));
        Expect.Refused(DisputeErrors.NotDecidable, Decide(Claim(DisputeReason.Freight, 9), new() { FreightBilled = Eur(9), FreightAgreed = Eur(9) }));
    }

    [Fact]
    public void Small_claims_can_not_be_farmed()
    {
        var unused = DisputeAccount.Empty(new("LE-1"), new("C-1"));
        Result<Decision<DisputeAccount, DisputeAccountEvent>> Grant(DisputeAccount from, string dispute, decimal amount, int day) =>
            from.Grant(new() { Dispute = new(dispute), Amount = Eur(amount), On = Day.PlusDays(day) }, Policy, Clerk, At);
        var once = Expect.Success(Grant(unused, "D-1", 40, 0)).State;
        Assert.Empty(Expect.Success(Grant(once, "D-1", 40, 0)).Events);
        Assert.Empty(Expect.Success(Grant(once, "D-2", 0, 0)).Events);
        Expect.Refused(DisputeErrors.AllowanceUsed, Grant(once, "D-2", 20.01m, 29));
        Expect.Refused(DisputeErrors.AllowanceUsed, Grant(once, "D-2", 20.01m, -100));
        Assert.Equal(Eur(60), Expect.Success(Grant(once, "D-2", 20, 29)).State.GrantedSince(Day, Currency.Eur));
        Assert.Equal(2, Expect.Success(Grant(once, "D-2", 60, 30)).State.Granted.Count);
        Assert.Empty(once.Check());
        var claim = Opened(Part("INV-1/1", 20));
        var follows = Expect.Success(once.Follow(claim, Clerk, At)).State;
        Assert.Equal([Part("INV-1/1", 20)], follows.Parts());
        Assert.Empty(follows.Parts(butOf: claim.Id));
        Assert.Empty(Expect.Success(follows.Follow(claim, Clerk, At)).Events);
        Assert.Empty(Expect.Success(follows.Follow(claim.Decided(Day), Clerk, At)).State.Withheld);
        Expect.Found(DisputeErrors.StateBroken, (follows with { Withheld = [follows.Withheld[0], follows.Withheld[0]] }).Check());
        Expect.Found(DisputeErrors.StateBroken, (once with { Granted = [once.Granted[0], once.Granted[0]] }).Check());
    }
}
