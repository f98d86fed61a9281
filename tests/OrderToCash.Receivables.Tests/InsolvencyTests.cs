namespace OrderToCash.Receivables.Tests;

public sealed class InsolvencyTests
{
    internal static readonly LocalDate Opening = new(2026, 5, 4);
    internal static readonly Instant At = Instant.FromUtc(2026, 5, 10, 8, 0);
    internal static readonly Actor Anna = Actor.Person("anna");
    internal static readonly InsolvencyFacts Facts = new()
    {
        Case = new("INS-1"), LegalEntity = Books.Entity, Customer = Books.Customer, Currency = Currency.Eur, OpenedOn = Opening,
        PetitionedOn = new(2026, 4, 10), FileBy = new(2026, 6, 30), CourtReference = "68 IN 12/26", Court = "Amtsgericht Kiel",
        Administrator = "RA Dr. Holm", Proceedings = "Regelinsolvenz",
    };

    internal static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    internal static InsolvencyPart Part(string item, decimal amount) => new() { Item = new(item), Amount = Eur(amount) };

    /// <summary>1,190 with 19 % tax of March, 500 of April partly paid, and what came after the opening.</summary>
    internal static Books Debtor()
    {
        var books = Books.InEuro();
        books.Policy = books.Policy with { TaxRelief = true };
        Expect.Success(books.Invoice("A", Eur(1190), on: new(2026, 3, 2), taxes:
            [new() { Category = TaxCategory.Standard, Rate = Percentage.Of(19), Base = Eur(1000), Tax = Eur(190), TaxPoint = new(2026, 3, 2) }]));
        Expect.Success(books.Invoice("B", Eur(500), on: new(2026, 4, 1)));
        Expect.Success(books.Receive("P", Eur(200), on: new(2026, 4, 20)));
        Expect.Success(books.Apply(new(2026, 4, 20), Books.Request("p", "P", "B", Eur(200))));
        return books;
    }

    internal static InsolvencyClaim Claim(Books books, InsolvencyClaimFacts? known = null) =>
        Expect.Success(InsolvencyClaim.Of(Facts, books.All, known ?? new(), InsolvencyPolicy.Standard));

    internal static InsolvencyCase Opened(Books books, InsolvencyClaimFacts? known = null) =>
        Expect.Success(InsolvencyCase.Open(Facts, Claim(books, known), Anna, At)).State;

    internal static InsolvencyCase Then(
        InsolvencyCase one, Func<InsolvencyCase, Result<Decision<InsolvencyCase, InsolvencyEvent>>> decide)
    {
        var decision = Expect.Success(decide(one));
        Assert.Equal(decision.State, decision.Events.Aggregate(one, (s, e) => s.Apply(e)));
        Assert.Empty(decision.State.Check());
        return decision.State;
    }

    internal static InsolvencyCase Filed(Books books, InsolvencyClaimFacts? known = null) =>
        Then(Opened(books, known), c => c.File(Claim(books, known), "T-17", Opening.PlusDays(20), Anna, At));

    [Fact]
    public void The_claim_is_what_was_open_before_the_opening_whatever_was_booked_since()
    {
        var books = Debtor();
        Expect.Success(books.Receive("Q", Eur(50), on: Opening));
        Expect.Success(books.Apply(Opening, Books.Request("q", "Q", "A", Eur(50))));
        Expect.Success(books.Invoice("E", Eur(70), on: Opening));
        Expect.Success(books.Receive("R", Eur(30), on: new(2026, 1, 9)));
        var claim = Claim(books, new() { Disputed = [Part("A", 100)], Secured = [Part("B", 1000)] });
        Assert.Equal([("A", Eur(1190), Eur(100), Eur(0)), ("B", Eur(300), Eur(0), Eur(300))],
            claim.Lines.Select(l => (l.Item.Value, l.Amount, l.Disputed, l.Secured)));
        Assert.Equal(Eur(1490), claim.Total(InsolvencyComponent.Principal, Currency.Eur));
        Assert.Equal(["E"], claim.OfEstate.Select(i => i.Value));
        Assert.Equal([("R", Eur(30))], claim.Credits.Select(c => (c.Item.Value, c.Amount)));
        Assert.Equal([("P", InsolvencyPaymentPhase.Preference), ("Q", InsolvencyPaymentPhase.AfterOpening)],
            claim.Payments.Select(p => (p.Item.Value, p.Phase)));
        var late = Claim(books, new() { FromBefore = [new("E")], OfEstate = [new("B")] });
        Assert.Equal(["A", "E"], late.Lines.Select(l => l.Item.Value));
    }

    [Fact]
    public void A_payment_that_had_to_be_given_back_revives_its_debt()
    {
        var books = Debtor();
        var filed = Filed(books);
        Expect.Success(books.Return("P", Opening.PlusDays(30)));
        Assert.Equal(Eur(300), Claim(books).Lines[1].Amount);
        Assert.Empty(Claim(books).Payments);
        var revived = Then(filed, c => c.File(Claim(books, new() { FromBefore = [new("B")] }), "T-18", Opening.PlusDays(31), Anna, At));
        Assert.Equal((Eur(500), Eur(1690)), (revived.Line(new("B"))!.Amount, revived.Claimed));
    }

    [Fact]
    public void Interest_and_fees_are_lines_of_their_own()
    {
        var books = Debtor();
        Expect.Success(books.Commit(Ledger.ChargeFee(Charge("F", 40), books.Policy, Anna, At)));
        Expect.Success(books.Commit(Ledger.ChargeInterest(Charge("I", 12.34m), books.Policy, Anna, At)));
        var claim = Claim(books);
        Assert.Equal(Eur(40), claim.Total(InsolvencyComponent.Cost, Currency.Eur));
        Assert.Equal(Eur(12.34m), claim.Total(InsolvencyComponent.Interest, Currency.Eur));

        ChargeFacts Charge(string id, decimal amount) => new()
        {
            Entry = books.NextEntry(), Item = new(id), LegalEntity = Books.Entity, Customer = Books.Customer, DocumentNumber = id,
            Date = new(2026, 4, 30), Amount = Eur(amount),
        };
    }

    [Fact]
    public void What_does_not_fit_is_found_together()
    {
        var books = Debtor();
        var found = InsolvencyClaim.Of(Facts, books.All, new()
        {
            Disputed = [Part("X", 1), Part("A", 0)], Secured = [new() { Item = new("B"), Amount = Money.Of(1, Currency.Usd) }],
        }, InsolvencyPolicy.Standard);
        Expect.Refused(InsolvencyErrors.ItemUnknown, found);
        Expect.Refused(InsolvencyErrors.AmountNotPositive, found);
        Expect.Refused(InsolvencyErrors.OtherCurrency, found);
        var wrong = InsolvencyCase.Open(Facts with
        {
            Case = default, CourtReference = " ", PetitionedOn = Opening.PlusDays(1), FileBy = Opening.PlusDays(-1),
        }, Claim(books), Anna, At);
        Assert.Equal(2, wrong.Errors.Count(e => e.Code == Expect.Refused(InsolvencyErrors.Incomplete, wrong).Code));
        Assert.Equal(2, wrong.Errors.Count(e => e.Code == Expect.Refused(InsolvencyErrors.DatesDisagree, wrong).Code));
    }

    [Fact]
    public void A_claim_is_filed_again_with_what_came_to_light_and_late_filings_say_so()
    {
        var books = Debtor();
        var one = Opened(books);
        Expect.Refused(InsolvencyErrors.DateBeforeOpening, one.File(Claim(books), "T", Opening.PlusDays(-1), Anna, At));
        Expect.Refused(InsolvencyErrors.Incomplete, one.File(Claim(books), "", Opening, Anna, At));
        Expect.Refused(InsolvencyErrors.NothingToClaim, one.File(new() { Lines = [] }, "T", Opening, Anna, At));
        var filed = Filed(books);
        Assert.False(filed.IsLate);
        Expect.Success(books.Invoice("C", Eur(10), on: new(2026, 4, 30)));
        var again = Then(filed, c => c.File(Claim(books), "T-17/2", new(2026, 7, 1), Anna, At));
        Assert.Equal((Eur(1500), true), (again.Claimed, again.IsLate));
        var setOff = Then(again, c => c.SetOff([Part("C", 10)], Opening.PlusDays(60), Anna, At));
        Expect.Refused(InsolvencyErrors.LineUsed, setOff.File(new() { Lines = [Claim(books).Lines[0]] }, "T", new(2026, 7, 2), Anna, At));
    }

    // The late invoice "L" of the opening day belongs to before; 10 of its 70 are paid by a dividend, 60 are given up.
    private static (Books Books, InsolvencyCase Case) WithALateInvoice()
    {
        var books = Debtor();
        Expect.Success(books.Invoice("L", Eur(70), on: Opening));
        var filed = Filed(books, new() { FromBefore = [new("L")] });
        Assert.Equal(["L"], filed.Lines.Where(l => l.IsFromBefore).Select(l => l.Item.Value));
        var admitted = Then(filed, c => c.Examine([Part("L", 70)], Opening.PlusDays(30), Anna, At));
        Expect.Success(books.Receive("D", Eur(10), on: Opening.PlusDays(40)));
        Expect.Success(books.Apply(Opening.PlusDays(40), Books.Request("d", "D", "L", Eur(10))));
        var paid = Then(admitted, c => c.Distribute("D-1", Eur(10), Opening.PlusDays(40), Anna, At));
        Expect.Success(books.Commit(Ledger.WriteOffBadDebt(books["L"], books.Part("L", "w", Opening.PlusDays(41), Eur(60)), books.Policy, Anna, At)));
        return (books, paid.Apply(new InsolvencyGivenUp { Case = paid.Id, On = Opening.PlusDays(41), By = Anna, At = At, Parts = [Part("L", 60)] }));
    }

    private static InsolvencyClaim Again(InsolvencyCase one, Books books, InsolvencyClaimFacts? known = null) =>
        Expect.Success(InsolvencyClaim.Again(one, books.All, known ?? new(), InsolvencyPolicy.Standard));

    [Fact]
    public void What_is_from_before_stays_claimed_whatever_dividends_have_paid_since()
    {
        var (books, one) = WithALateInvoice();
        Assert.Equal((Eur(0), Eur(1560)), (books["L"].Open, one.Claimed));
        var again = Then(one, c => c.File(Again(c, books), "T-18", Opening.PlusDays(50), Anna, At));
        Assert.Equal((Eur(1560), Eur(70), Eur(10), Eur(60)), (again.Claimed, again.Line(new("L"))!.Admitted, again.Paid, again.Lost));
        Assert.Equal(again, Then(again, c => c.File(Again(c, books, new() { FromBefore = [new("L")] }), "T-18", Opening.PlusDays(50), Anna, At)));
        // A case that was stored before lines said so: what is dated later was named.
        var stored = one with { Lines = one.Lines.Select(l => l with { IsFromBefore = false }).ToEquatableArray() };
        Assert.Equal(again, Then(stored, c => c.File(Again(c, books), "T-18", Opening.PlusDays(50), Anna, At)));
    }

    [Fact]
    public void What_was_named_as_from_before_by_mistake_is_the_estates_until_something_is_decided_about_it()
    {
        var (books, one) = WithALateInvoice();
        Expect.Refused(InsolvencyErrors.LineUsed, one.File(Again(one, books, new() { OfEstate = [new("L")] }), "T", Opening.PlusDays(50), Anna, At));
        Expect.Success(books.Invoice("M", Eur(30), on: Opening.PlusDays(1)));
        var named = Then(one, c => c.File(Again(c, books, new() { FromBefore = [new("M")] }), "T-18", Opening.PlusDays(50), Anna, At));
        Assert.Equal(Eur(1590), named.Claimed);
        var estate = Then(named, c => c.File(Again(c, books, new() { OfEstate = [new("M")] }), "T-19", Opening.PlusDays(51), Anna, At));
        Assert.Equal((Eur(1560), null), (estate.Claimed, estate.Line(new("M"))));
    }

    [Fact]
    public void A_debt_that_revives_after_a_dividend_is_claimed_in_full_and_stays_so()
    {
        var books = Debtor();
        var admitted = Then(Filed(books), c => c.Examine([Part("B", 300)], Opening.PlusDays(25), Anna, At));
        var paid = Then(admitted, c => c.Distribute("D-1", Eur(30), Opening.PlusDays(26), Anna, At));
        Expect.Success(books.Receive("D", Eur(30), on: Opening.PlusDays(26)));
        Expect.Success(books.Apply(Opening.PlusDays(26), Books.Request("d", "D", "B", Eur(30))));
        Expect.Success(books.Return("P", Opening.PlusDays(30)));
        var revived = Then(paid, c => c.File(Again(c, books, new() { FromBefore = [new("B")] }), "T-18", Opening.PlusDays(31), Anna, At));
        Assert.Equal((Eur(470), Eur(500), true), (books["B"].Open, revived.Line(new("B"))!.Amount, revived.Line(new("B"))!.IsFromBefore));
        Assert.Equal(revived.Lines, Then(revived, c => c.File(Again(c, books), "T-19", Opening.PlusDays(32), Anna, At)).Lines);
        Assert.False(revived.Line(new("A"))!.IsFromBefore);
    }

    [Fact]
    public void Admitted_is_at_most_what_is_claimed_and_at_least_what_was_paid()
    {
        var filed = Filed(Debtor());
        Expect.Refused(InsolvencyErrors.WrongStatus, Opened(Debtor()).Examine([Part("A", 1)], Opening, Anna, At));
        Expect.Refused(InsolvencyErrors.MoreThanClaimed, filed.Examine([Part("A", 1190.01m)], Opening, Anna, At));
        Expect.Refused(InsolvencyErrors.ItemUnknown, filed.Examine([Part("X", 1)], Opening, Anna, At));
        Expect.Refused(InsolvencyErrors.Incomplete, filed.Examine([Part("A", 1), Part("A", 2)], Opening, Anna, At));
        Expect.Refused(InsolvencyErrors.AmountNotPositive, filed.Examine([Part("A", -1)], Opening, Anna, At));
        var admitted = Then(filed, c => c.Examine([Part("A", 1000), Part("B", 300)], Opening.PlusDays(90), Anna, At));
        Assert.Equal((Eur(1300), Eur(190)), (admitted.Admitted, admitted.Line(new("A"))!.Contested));
        Assert.Empty(Expect.Success(admitted.Examine([Part("A", 1000)], Opening.PlusDays(91), Anna, At)).Events);
        var paid = Then(admitted, c => c.Distribute("D-1", Eur(130), Opening.PlusDays(100), Anna, At));
        Expect.Refused(InsolvencyErrors.LineUsed, paid.Examine([Part("A", 99.99m)], Opening.PlusDays(101), Anna, At));
        Assert.Equal(Percentage.Of(10), paid.Quota);
    }

    [Fact]
    public void A_dividend_is_spread_by_what_was_admitted_and_is_known_by_its_number()
    {
        var filed = Then(Filed(Debtor()), c => c.Examine([Part("A", 1000), Part("B", 300)], Opening.PlusDays(90), Anna, At));
        var given = Then(filed, c => c.GiveUp(Debtor().All, new() { UncollectableShare = Percentage.Of(90) }, Opening.PlusDays(90), Anna, At));
        Assert.Equal((Eur(1071), Eur(270)), (given.Lines[0].GivenUp, given.Lines[1].GivenUp));
        var paid = Then(given, c => c.Distribute("D-1", Eur(156.01m), Opening.PlusDays(100), Anna, At));
        Assert.Equal([("A", Eur(119), Eur(1.01m)), ("B", Eur(30), Eur(6))],
            paid.Dividends[0].Parts.Select(p => (p.Item.Value, p.Settles, p.Recovers)));
        Assert.Empty(Expect.Success(paid.Distribute("D-1", Eur(156.01m), Opening.PlusDays(100), Anna, At)).Events);
        Expect.Refused(InsolvencyErrors.DividendDiffers, paid.Distribute("D-1", Eur(156), Opening.PlusDays(100), Anna, At));
        Expect.Refused(InsolvencyErrors.MoreThanAdmitted, paid.Distribute("D-2", Eur(1144), Opening.PlusDays(101), Anna, At));
        Expect.Refused(InsolvencyErrors.AmountNotPositive, paid.Distribute("D-2", Eur(0), Opening.PlusDays(101), Anna, At));
        Expect.Refused(InsolvencyErrors.OtherCurrency, paid.Distribute("D-2", Money.Of(1, Currency.Usd), Opening.PlusDays(101), Anna, At));
        var closed = Then(paid, c => c.Close(Debtor().All, Opening.PlusDays(400), Anna, At));
        Assert.Equal(Eur(1490 - 156.01m), closed.Lost);
        Assert.Empty(Expect.Success(closed.Close([], Opening.PlusDays(400), Anna, At)).Events);
        var late = Then(closed, c => c.Distribute("D-2", Eur(10), Opening.PlusDays(500), Anna, At));
        Assert.All(late.Dividends[1].Parts, p => Assert.Equal(Eur(0), p.Settles));
    }

    [Fact]
    public void Set_off_and_security_lower_the_claim_and_a_shortfall_comes_back_into_it()
    {
        var one = Filed(Debtor(), new() { Secured = [Part("B", 100)] });
        Assert.Equal(Eur(1390), one.Claimed);
        var admitted = Then(one, c => c.Examine([Part("A", 1190)], Opening.PlusDays(30), Anna, At));
        var setOff = Then(admitted, c => c.SetOff([Part("A", 90)], Opening.PlusDays(31), Anna, At));
        Assert.Equal((Eur(1300), Eur(1100)), (setOff.Claimed, setOff.Admitted));
        Expect.Refused(InsolvencyErrors.MoreThanClaimed, setOff.SetOff([Part("A", 1100.01m)], Opening.PlusDays(31), Anna, At));
        Expect.Refused(InsolvencyErrors.SecurityOutstanding, setOff.Close([], Opening.PlusDays(40), Anna, At));
        Expect.Refused(InsolvencyErrors.MoreThanClaimed, setOff.RealiseSecurity(new("A"), Eur(0), Opening.PlusDays(40), Anna, At));
        var realised = Then(setOff, c => c.RealiseSecurity(new("B"), Eur(60), Opening.PlusDays(40), Anna, At));
        Assert.Equal((Eur(1340), Eur(240)), (realised.Claimed, realised.Line(new("B"))!.Claimed));
        var again = Then(realised, c => c.File(Claim(Debtor(), new() { Secured = [Part("B", 100)] }), "T-2", Opening.PlusDays(50), Anna, At));
        Assert.Equal(realised.Claimed, again.Claimed);
    }

    [Fact]
    public void The_law_says_when_a_debt_may_be_given_up()
    {
        var books = Debtor();
        var one = Opened(books);
        Expect.Refused(InsolvencyErrors.NotYet, one.GiveUp(books.All, new() { Relief = TaxReliefMoment.Filing }, Opening, Anna, At));
        Expect.Refused(InsolvencyErrors.NotYet, one.GiveUp(books.All, new() { Relief = TaxReliefMoment.Closing }, Opening, Anna, At));
        var afterDue = new InsolvencyPolicy { Relief = TaxReliefMoment.AfterDue, ReliefMonths = 6 };
        Expect.Refused(InsolvencyErrors.NotYet, one.GiveUp(books.All, afterDue, new(2026, 9, 30), Anna, At));
        Assert.Equal(["A"], Then(one, c => c.GiveUp(books.All, afterDue, new(2026, 10, 1), Anna, At)).Lines.Where(l => !l.GivenUp.IsZero).Select(l => l.Item.Value));
        var given = Then(one, c => c.GiveUp(books.All, InsolvencyPolicy.Standard, Opening, Anna, At));
        Assert.Equal(Eur(1490), given.Lost);
        Assert.Empty(Expect.Success(given.GiveUp(books.All, InsolvencyPolicy.Standard, Opening, Anna, At)).Events);
    }

    [Fact]
    public void Annulled_proceedings_restore_what_was_given_up()
    {
        var books = Debtor();
        var given = Then(Filed(books), c => c.GiveUp(books.All, InsolvencyPolicy.Standard, Opening.PlusDays(20), Anna, At));
        Expect.Refused(InsolvencyErrors.Incomplete, given.Annul("", Opening.PlusDays(30), Anna, At));
        var annulled = Then(given, c => c.Annul("estate had enough", Opening.PlusDays(30), Anna, At));
        Assert.Equal((Eur(0), null), (annulled.Lost, annulled.StopsFrom));
        Assert.Empty(Expect.Success(annulled.Annul("again", Opening.PlusDays(30), Anna, At)).Events);
        Expect.Refused(InsolvencyErrors.WrongStatus, annulled.Close([], Opening.PlusDays(31), Anna, At));
        Expect.Refused(InsolvencyErrors.WrongStatus, Then(given, c => c.Close(books.All, Opening.PlusDays(30), Anna, At)).Annul("x", Opening.PlusDays(31), Anna, At));
        Expect.Found(InsolvencyErrors.StateBroken, (given with { FiledOn = null }).Check());
        Expect.Found(InsolvencyErrors.StateBroken, (given with { Lines = [given.Lines[0] with { Admitted = Eur(2000) }] }).Check());
        Expect.Found(InsolvencyErrors.StateBroken, (given with { Id = new("X"), ClosedOn = Opening }).Check());
    }
}
