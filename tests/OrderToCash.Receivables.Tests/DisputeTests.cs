using static OrderToCash.Receivables.Tests.ADispute;

namespace OrderToCash.Receivables.Tests;

public sealed class DisputeTests
{
    [Fact]
    public void A_claim_starts_the_clock_on_business_days()
    {
        // Day is a Monday; five business days later is the next Monday.
        var claim = Opened(Part("INV-1/1", 30));
        Assert.Equal((DisputeStatus.Open, Eur(30), "INV-1"), (claim.Status, claim.Disputed, claim.DocumentNumber));
        Assert.Equal((new LocalDate(2026, 3, 3), new LocalDate(2026, 3, 9)), (claim.Clock.AnswerDueOn, claim.Clock.DecisionDueOn));
        Assert.False(claim.Clock.IsDecisionLate(new(2026, 3, 9)));
        Assert.True(claim.Clock.IsDecisionLate(new(2026, 3, 10)));
        var answered = claim.Then(c => c.RecordAnswer("MAIL-1", Day, Clerk, At)).Then(c => c.RecordAnswer("MAIL-2", Day.PlusDays(9), Clerk, At));
        Assert.False(answered.Clock.IsAnswerLate(new(2027, 1, 1)));
        Assert.True(claim.Clock.IsAnswerLate(new(2026, 3, 4)));
        Assert.Equal(7, claim.Decided(new(2026, 3, 9)).Clock.DaysToDecide);
    }

    [Fact]
    public void A_claim_found_valid_in_part_ends_by_a_credit_note_and_a_charge()
    {
        var claim = Opened(Part("INV-1/1", 60), Part("INV-1/2", 40)).Then(c => c.Investigate(Day.PlusDays(1), Clerk, At));
        var decided = claim.Decided(Day.PlusDays(2), [.. claim.Share(Eur(50))]);
        Assert.Equal(DisputeStatus.PartlyValid, decided.Status);
        Assert.Equal([Part("INV-1/1", 30), Part("INV-1/2", 20)], decided.WithheldOn(Day.PlusDays(2)));
        Assert.Equal(Eur(30), decided.LeftOf(new("INV-1/1"), DisputeResolutionKind.CreditNote));
        var credited = decided.Ended("INV-1/1", DisputeResolutionKind.CreditNote, 30, "CN-1", Day.PlusDays(3))
            .Ended("INV-1/2", DisputeResolutionKind.CreditNote, 20, "CN-1", Day.PlusDays(3));
        Assert.Empty(credited.WithheldOn(Day.PlusDays(3)));
        var charged = credited.Ended("INV-1/1", DisputeResolutionKind.ChargedToCustomer, 30, "L-1", Day.PlusDays(4));
        Assert.Equal(DisputeStatus.PartlyValid, charged.Status);
        Assert.Equal(DisputeStatus.Resolved, charged.Ended("INV-1/2", DisputeResolutionKind.WrittenOff, 20, "J-1", Day.PlusDays(5)).Status);
    }

    [Fact]
    public void What_is_kept_apart_is_known_for_every_past_day_and_moment()
    {
        var (later, moment) = (Day.PlusDays(5), At + Duration.FromDays(5));
        var claim = Expect.Success(Opened(Part("INV-1/1", 30)).Decide([], "Delivered.", later, Clerk, moment)).State;
        Assert.Empty(claim.WithheldOn(Day.PlusDays(-1)));
        Assert.Equal([Part("INV-1/1", 30)], claim.WithheldOn(later.PlusDays(-1)));
        Assert.Empty(claim.WithheldOn(later));
        Assert.Equal([Part("INV-1/1", 30)], claim.WithheldOn(later, At));
    }

    [Fact]
    public void A_case_is_opened_again_about_what_the_customer_still_owes()
    {
        var closed = Opened(Part("INV-1/1", 60), Part("INV-1/2", 40)).Decided(Day, Part("INV-1/1", 60))
            .Ended("INV-1/1", DisputeResolutionKind.CreditNote, 60, "CN-1", Day).Ended("INV-1/2", DisputeResolutionKind.ChargedToCustomer, 40, "L", Day);
        Assert.Equal(DisputeStatus.Resolved, closed.Status);
        var again = closed.Then(c => c.Reopen("a new proof", Items, [], Policy, BusinessCalendar.Weekends, Day.PlusDays(8), Clerk, At));
        Assert.Equal((DisputeStatus.Investigating, Eur(40), Day.PlusDays(8)), (again.Status, again.Disputed, again.Clock.StartedOn));
        Assert.Equal(closed.Finding, again.EarlierRounds[0].Finding);
        Expect.Refused(DisputeErrors.NothingLeft,
            closed.Reopen("x", [], [], Policy, BusinessCalendar.Weekends, Day.PlusDays(8), Clerk, At));
    }

    [Fact]
    public void Doing_the_same_again_does_nothing()
    {
        var paper = new DisputeEvidence { Reference = "POD-1", Description = "proof of delivery" };
        var claim = Opened(Part("INV-1/1", 60)).Then(c => c.AddEvidence(paper, Day, Clerk, At)).Then(c => c.Assign(new("anna"), Day, Clerk, At))
            .Then(c => c.Investigate(Day, Clerk, At));
        Assert.Empty(Expect.Success(claim.AddEvidence(paper, Day, Clerk, At)).Events);
        Assert.Empty(Expect.Success(claim.Assign(new("anna"), Day, Clerk, At)).Events);
        Assert.Empty(Expect.Success(claim.Investigate(Day, Clerk, At)).Events);
        Expect.Refused(DisputeErrors.EvidenceTwice, claim.AddEvidence(paper with { Description = "photo" }, Day, Clerk, At));
        var ended = claim.Decided(Day, Part("INV-1/1", 20)).Ended("INV-1/1", DisputeResolutionKind.CreditNote, 20, "CN-1", Day);
        Assert.Empty(Expect.Success(ended.Resolve(Ends("INV-1/1", DisputeResolutionKind.CreditNote, 20, "CN-1", Day), Clerk, At)).Events);
        Expect.Refused(DisputeErrors.ResolutionTwice, ended.Resolve(Ends("INV-1/1", DisputeResolutionKind.CreditNote, 10, "CN-1", Day), Clerk, At));
        var gone = claim.Then(c => c.Withdraw("found the goods", Day, Clerk, At));
        Assert.Empty(Expect.Success(gone.Withdraw("again", Day, Clerk, At)).Events);
    }

    [Fact]
    public void A_claim_must_fit_the_items()
    {
        Expect.Refused(DisputeErrors.IdMissing, Open(Facts(Part("INV-1/1", 1)) with { Dispute = default }));
        Expect.Refused(DisputeErrors.ReasonMissing, Open(Facts(Part("INV-1/1", 1)) with { Reason = default }));
        Expect.Refused(DisputeErrors.NoParts, Open(Facts()));
        Expect.Refused(DisputeErrors.PartTwice, Open(Facts(Part("INV-1/1", 1), Part("INV-1/1", 2))));
        Expect.Refused(DisputeErrors.ItemUnknown, Open(Facts(Part("INV-9/1", 1))));
        Expect.Refused(DisputeErrors.AmountNotPositive, Open(Facts(Part("INV-1/1", 0))));
        Expect.Refused(DisputeErrors.MoreThanOpen, Open(Facts(Part("INV-1/1", 60.01m))));
        var refused = Expect.Refused(DisputeErrors.MoreThanOpen, Open(Facts(Part("INV-1/1", 31)), [Part("INV-1/1", 30)]));
        Assert.Equal("30.00 EUR", refused.Fact("open"));
        Expect.Refused(DisputeErrors.OtherCurrency, Open(Facts(new DisputedPart { Item = new("INV-1/1"), Amount = Money.Of(1, Currency.Usd) })));
        DisputedLine Line(decimal amount, Currency currency) => new() { Line = "1", Amount = Money.Of(amount, currency) };
        Expect.Refused(DisputeErrors.LinesDiffer, Open(Facts(Part("INV-1/1", 30)) with { Lines = [Line(29, Currency.Eur)] }));
        Expect.Refused(DisputeErrors.OtherCurrency, Open(Facts(Part("INV-1/1", 30)) with { Lines = [Line(30, Currency.Usd)] }));
        Expect.Refused(DisputeErrors.AmountNotPositive, Open(Facts(Part("INV-1/1", 30)) with { Lines = [Line(30, Currency.Eur), Line(0, Currency.Eur)] }));
        Result<Decision<DisputeCase, DisputeEvent>> With(OpenItem other) => DisputeCase.Open(Facts(Part("INV-1/1", 1), Part(other.Id.Value, 1)),
            [.. Items, other], [], Policy, BusinessCalendar.Weekends, Clerk, At);
        Expect.Refused(DisputeErrors.NotADebit, With(Item("P-1", -20)));
        Expect.Refused(DisputeErrors.OtherCustomer, With(Item("X", 20, customer: "C-2")));
        Expect.Refused(DisputeErrors.OtherLegalEntity, With(Item("X", 20, entity: "LE-2")));
        Expect.Refused(DisputeErrors.OtherCurrency, With(Item("X", 20, currency: Currency.Usd)));
    }

    [Fact]
    public void A_decision_must_fit_the_claim()
    {
        var claim = Opened(Part("INV-1/1", 30));
        Expect.Refused(DisputeErrors.ExplanationMissing, claim.Decide([], " ", Day, Clerk, At));
        Expect.Refused(DisputeErrors.DateBeforeStep, claim.Decide([], "x", Day.PlusDays(-1), Clerk, At));
        Expect.Refused(DisputeErrors.MoreThanDisputed, claim.Decide([Part("INV-1/1", 31)], "x", Day, Clerk, At));
        Expect.Refused(DisputeErrors.PartUnknown, claim.Decide([Part("INV-1/2", 1)], "x", Day, Clerk, At));
        Expect.Refused(DisputeErrors.PartTwice, claim.Decide([Part("INV-1/1", 1), Part("INV-1/1", 1)], "x", Day, Clerk, At));
        Expect.Refused(DisputeErrors.AmountNotPositive, claim.Decide([Part("INV-1/1", 0)], "x", Day, Clerk, At));
        Expect.Refused(DisputeErrors.OtherCurrency, claim.Decide([new() { Item = new("INV-1/1"), Amount = Money.Of(1, Currency.Usd) }], "x", Day, Clerk, At));
        Expect.Refused(DisputeErrors.WrongStatus, claim.Decided(Day).Decide([], "x", Day, Clerk, At));
        Assert.Throws<ArgumentOutOfRangeException>(() => claim.Share(Eur(31)));
    }

    [Fact]
    public void A_part_ends_once_and_as_it_was_found()
    {
        var claim = Opened(Part("INV-1/1", 30));
        DisputeResolution One(DisputeResolutionKind kind, decimal amount) => Ends("INV-1/1", kind, amount, "R", Day);
        Expect.Refused(DisputeErrors.WrongStatus, claim.Resolve(One(DisputeResolutionKind.CreditNote, 10), Clerk, At));
        var decided = claim.Decided(Day, Part("INV-1/1", 20));
        Expect.Refused(DisputeErrors.MoreThanLeft, decided.Resolve(One(DisputeResolutionKind.CreditNote, 21), Clerk, At));
        Expect.Refused(DisputeErrors.MoreThanLeft, decided.Resolve(One(DisputeResolutionKind.ChargedToCustomer, 11), Clerk, At));
        Expect.Refused(DisputeErrors.MoreThanLeft, decided.Resolve(One(DisputeResolutionKind.WrittenOff, 31), Clerk, At));
        Expect.Refused(DisputeErrors.PartUnknown, decided.Resolve(Ends("INV-1/2", DisputeResolutionKind.WrittenOff, 1, "R", Day), Clerk, At));
        Expect.Refused(DisputeErrors.WrongStatus, decided.Ended("INV-1/1", DisputeResolutionKind.CreditNote, 20, "CN", Day).Withdraw("x", Day, Clerk, At));
        Expect.Refused(DisputeErrors.ExplanationMissing, decided.Withdraw("", Day, Clerk, At));
        Expect.Refused(DisputeErrors.WrongStatus, decided.Investigate(Day, Clerk, At));
        Expect.Refused(DisputeErrors.WrongStatus, claim.Reopen("x", Items, [], Policy, BusinessCalendar.Weekends, Day, Clerk, At));
        Expect.Refused(DisputeErrors.WrongStatus, claim.Then(c => c.Withdraw("x", Day, Clerk, At)).Assign(new("anna"), Day, Clerk, At));
    }

    [Fact]
    public void A_broken_case_and_a_broken_policy_say_what_is_wrong()
    {
        var claim = Opened(Part("INV-1/1", 30));
        Expect.Found(DisputeErrors.StateBroken, (claim with { Status = DisputeStatus.Valid }).Check());
        Expect.Found(DisputeErrors.StateBroken, (claim with { Steps = [] }).Check());
        Expect.Found(DisputeErrors.StateBroken, (claim with { Parts = [Part("INV-1/1", -1)] }).Check());
        var ended = claim.Decided(Day, Part("INV-1/1", 20)).Ended("INV-1/1", DisputeResolutionKind.CreditNote, 5, "CN", Day);
        var dollars = ended.Resolutions[0] with { Amount = Money.Of(1, Currency.Usd) };
        Expect.Found(DisputeErrors.StateBroken, (ended with { Resolutions = [dollars] }).Check());
        Expect.Found(DisputeErrors.StateBroken, (claim with { Parts = [] }).Check());
        Expect.Found(DisputeErrors.PolicyBroken, (Policy with { AllowanceDays = 0 }).Check());
        Expect.Found(DisputeErrors.PolicyBroken, (Policy with { Terms = Policy.Terms.Add(Policy.Terms[0]) }).Check());
        Expect.Found(DisputeErrors.PolicyBroken, (Policy with { Terms = [Policy.Terms[1]] }).Check());
        Expect.Found(DisputeErrors.PolicyBroken, (Policy with { Allowance = [Eur(1), Eur(2)] }).Check());
        Assert.Empty(Policy.Check());
        Assert.Empty(DisputePolicy.Standard.Check());
        Assert.Throws<ArgumentException>(() => new DisputeReason("Not A Code"));
    }

    [Fact]
    public void The_answer_says_what_was_found_in_the_customers_language()
    {
        var claim = Opened(Part("INV-1/1", 30));
        var received = Expect.Success(DisputeAnswerWriter.Write(claim, "Laternenwerk GmbH", "de-AT", DisputeTexts.BuiltIn));
        Assert.Equal(DisputeOutcome.Received, received.Outcome);
        Assert.Contains("Reklamation DN-77 über 30.00 EUR zu INV-1", received.Text);
        Assert.Contains("2026-03-09", received.Text);
        var partly = Expect.Success(DisputeAnswerWriter.Write(claim.Decided(Day, Part("INV-1/1", 20)), "Lantern Ltd", "fr", DisputeTexts.BuiltIn));
        Assert.Equal(("en", Eur(20), Eur(10)), (partly.Language, partly.Accepted, partly.Owed));
        Assert.Equal("""
            Dear customer,
            of the 30.00 EUR you claimed of INV-1 we accept 20.00 EUR.
            We looked at the delivery.
            Please pay the remaining 10.00 EUR, which was due with the invoice.
            Lantern Ltd
            """, partly.Text, ignoreLineEndingDifferences: true);
        Assert.Equal(DisputeOutcome.Refused, Expect.Success(DisputeAnswerWriter.Write(claim.Decided(Day), "L", "de", DisputeTexts.BuiltIn)).Outcome);
        Assert.Equal(DisputeOutcome.Accepted,
            Expect.Success(DisputeAnswerWriter.Write(claim.Decided(Day, Part("INV-1/1", 30)), "L", "en", DisputeTexts.BuiltIn)).Outcome);
        Assert.Equal(DisputeOutcome.Withdrawn,
            Expect.Success(DisputeAnswerWriter.Write(claim.Then(c => c.Withdraw("x", Day, Clerk, At)), "L", "en", DisputeTexts.BuiltIn)).Outcome);
        Expect.Refused(DisputeErrors.AnswerTextMissing, DisputeAnswerWriter.Write(claim, "L", "en", new() { Texts = [] }));
        Expect.Refused(DisputeErrors.AnswerFieldUnknown, DisputeAnswerWriter.Write(claim, "L", "en", new()
        {
            Texts = [new() { Outcome = DisputeOutcome.Received, Language = "en", Subject = "{{iban}}", Body = "" }],
        }));
    }

    [Fact]
    public void Statistics_say_where_disputes_come_from_and_how_they_end()
    {
        var short_ = Opened(Part("INV-1/1", 30)).Decided(Day.PlusDays(4), Part("INV-1/1", 20));
        var lines = Expect.Success(Open(Facts(Part("INV-1/1", 30)) with
        {
            Dispute = new("D-2"),
            Lines = [new() { Line = "1", Product = new("P-1"), Amount = Eur(20) }, new() { Line = "2", Product = new("P-2"), Amount = Eur(10) }],
        })).State.Decided(Day.PlusDays(8));
        var freight = Expect.Success(Open(Facts(Part("INV-1/2", 5)) with { Dispute = new("D-3"), Reason = DisputeReason.Freight })).State;
        DisputeCase[] cases = [short_, lines, freight];
        var byReason = DisputeStatistics.By(DisputeGrouping.Reason, cases, Day, Day, Day.PlusDays(20));
        Assert.Equal(["quantity-short", "freight"], byReason.Select(r => r.Group));
        Assert.Equal((2, 0, 1, Eur(60), Eur(20)), (byReason[0].Cases, byReason[0].Undecided, byReason[0].Late, byReason[0].Disputed, byReason[0].Valid));
        Assert.Equal((Percentage.Of(33.33m), (int?)4), (byReason[0].ValidityRate!.Value, byReason[0].MedianDaysToDecide));
        Assert.Equal((1, 1, (Percentage?)null), (byReason[1].Undecided, byReason[1].Late, byReason[1].ValidityRate));
        Assert.Equal(["", "P-1", "P-2"], DisputeStatistics.By(DisputeGrouping.Product, cases, Day, Day, Day).Select(r => r.Group).Order());
        Assert.Equal(3, DisputeStatistics.By(DisputeGrouping.Customer, cases, Day, Day, Day)[0].Cases);
        Assert.Empty(DisputeStatistics.By(DisputeGrouping.Reason, cases, Day.PlusDays(1), Day.PlusDays(9), Day));
    }
}
