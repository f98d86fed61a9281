namespace OrderToCash.Receivables.Tests;

public sealed class MandateTests
{
    internal static readonly LocalDate Monday = new(2026, 3, 2);
    internal static readonly Actor Clerk = Actor.Person("clerk");
    internal static readonly Instant At = Instant.FromUtc(2026, 3, 2, 8, 0);
    internal static readonly BusinessCalendar Calendar = BusinessCalendar.Target2;
    internal static readonly CollectionPolicy Policy = CollectionPolicy.Standard with
    {
        Fee = new() { IsActual = true, Amount = Eur(5) },
    };

    internal static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    internal static MandateFacts Facts { get; } = new()
    {
        Mandate = new("M-2026-1"), LegalEntity = new("LE-1"), Customer = new("C-1"), CreditorId = "DE98ZZZ09999999999", Scheme = MandateScheme.Core,
        SignedOn = Monday.PlusDays(-30), Debtor = new() { Name = "Nordwind GmbH", Iban = Iban.Parse("DE89370400440532013000").Value },
    };

    internal static CollectionRequest Request(string id, decimal amount = 100, int days = 21, string retryOf = "", int? told = null) => new()
    {
        EndToEndId = id, Amount = Eur(amount), DueOn = Monday.PlusDays(days), PreNotifiedOn = Monday.PlusDays(told ?? Math.Min(days - 14, 0)), RetryOf = retryOf,
    };

    internal static DirectDebitMandate Active(MandateFacts? facts = null) =>
        Expect.Success(DirectDebitMandate.Sign(facts ?? Facts, Clerk, At)).State.Then(m => m.Activate(Monday, Clerk, At));

    internal static Result<Decision<DirectDebitMandate, MandateEvent>> Collect(
        DirectDebitMandate mandate, CollectionRequest request, CollectionPolicy? policy = null, int today = 0) =>
        mandate.Collect(request, policy ?? Policy, Calendar, Monday.PlusDays(today), Clerk, At);

    internal static Result<Decision<DirectDebitMandate, MandateEvent>> Fail(
        DirectDebitMandate mandate, string id, string reason, int days = 23, bool reject = false, decimal? charges = null) =>
        mandate.Fail(new() { EndToEndId = id, Reason = reason, On = Monday.PlusDays(days), IsReject = reject, Charges = charges is { } c ? Eur(c) : null },
            Policy, Calendar, Clerk, At);

    [Fact]
    public void A_collection_rolls_to_a_business_day_and_says_by_when_it_is_sent()
    {
        // Easter 2026: Good Friday 3 April, Easter Monday 6 April.
        var collection = Active().Then(m => Collect(m, Request("E-1", days: 32))).Collections[0];
        Assert.Equal((new LocalDate(2026, 4, 7), new LocalDate(2026, 4, 2)), (collection.DueOn, collection.SendBy));
        Assert.Equal(CollectionSequence.Recurrent, collection.Sequence);
        Assert.Equal(new LocalDate(2026, 3, 16), DirectDebitMandate.EarliestDebit(Monday, Policy, Calendar, Monday));
        Assert.Equal(new LocalDate(2026, 3, 3), DirectDebitMandate.EarliestDebit(Monday, Policy with { PreNotificationDays = 0 }, Calendar, Monday));
    }

    [Fact]
    public void The_second_collection_of_a_batch_is_recurrent()
    {
        var first = Policy with { MarksFirst = true };
        var both = Active().Then(m => Collect(m, Request("E-1"), first)).Then(m => Collect(m, Request("E-2"), first));
        Assert.Equal([CollectionSequence.First, CollectionSequence.Recurrent], both.Collections.Select(c => c.Sequence));
        var rejected = Active().Then(m => Collect(m, Request("E-1"), first)).Then(m => Fail(m, "E-1", "AG02", reject: true));
        Assert.Equal(CollectionSequence.First, rejected.Then(m => Collect(m, Request("E-2", retryOf: "E-1"), first)).Collections[1].Sequence);
        var last = Active().Then(m => Collect(m, Request("E-1") with { IsFinal = true }));
        Assert.Equal((MandateStatus.Completed, CollectionSequence.Final), (last.Status, last.Collections[0].Sequence));
        var once = Active(Facts with { IsOneOff = true }).Then(m => Collect(m, Request("E-1")));
        Assert.Equal((MandateStatus.Completed, CollectionSequence.OneOff), (once.Status, once.Collections[0].Sequence));
        Expect.Refused(MandateErrors.WrongStatus, Collect(once, Request("E-2")));
    }

    [Fact]
    public void A_mandate_lapses_36_months_after_the_last_collection_also_a_returned_one()
    {
        var used = Active().Then(m => Collect(m, Request("E-1"))).Then(m => Fail(m, "E-1", "AM04"));
        var due = used.Collections[0].DueOn;
        Assert.Equal(due.PlusMonths(36), used.LapsesOn(Policy));
        Expect.Refused(MandateErrors.NotLapsed, used.Lapse(Policy, due.PlusMonths(36), Clerk, At));
        var late = Request("E-2") with { DueOn = due.PlusMonths(36).PlusDays(1), PreNotifiedOn = Monday };
        var refused = Expect.Refused(MandateErrors.Lapsed, Collect(used, late));
        Assert.Equal("2029-03-23", refused.Fact("lapsesOn"));
        Expect.Success(Collect(used, late with { DueOn = due.PlusMonths(36) })); // a Friday
        var lapsed = used.Then(m => m.Lapse(Policy, due.PlusMonths(36).PlusDays(1), Clerk, At));
        Assert.Empty(Expect.Success(lapsed.Lapse(Policy, due.PlusMonths(40), Clerk, At)).Events);
        Expect.Refused(MandateErrors.WrongStatus, lapsed.Activate(Monday, Clerk, At));
        Assert.Equal(Facts.SignedOn.PlusMonths(36), Active().LapsesOn(Policy));
    }

    [Fact]
    public void The_debtor_is_told_and_the_bank_has_time()
    {
        Expect.Refused(MandateErrors.NotPreNotified, Collect(Active(), Request("E-1") with { PreNotifiedOn = null }));
        Expect.Refused(MandateErrors.NotPreNotified, Collect(Active(), Request("E-1", days: 21, told: 8)));
        Expect.Success(Collect(Active(), Request("E-1", days: 21, told: 7)));
        Expect.Refused(MandateErrors.TooLate, Collect(Active(), Request("E-1"), today: 21));
        Expect.Success(Collect(Active(), Request("E-1"), today: 18)); // the Friday before the Monday
        Expect.Refused(MandateErrors.TooLate, Collect(Active(), Request("E-1"), today: 19));
        Expect.Refused(MandateErrors.BeforeSignature, Collect(Active(Facts with { SignedOn = Monday.PlusDays(40) }), Request("E-1")));
    }

    [Fact]
    public void Bad_amounts_and_references_are_found_together()
    {
        var refused = Collect(Active(), Request("/bad/") with { Amount = Money.Of(1, Currency.Usd) });
        Expect.Refused(MandateErrors.ReferenceInvalid, refused);
        Expect.Refused(MandateErrors.AmountInvalid, refused);
        Expect.Refused(MandateErrors.AmountInvalid, Collect(Active(), Request("E-1", 0)));
        Expect.Refused(MandateErrors.AmountInvalid, Collect(Active(), Request("E-1", 1_000_000_000)));
        var one = Active().Then(m => Collect(m, Request("E-1")));
        Assert.Empty(Expect.Success(Collect(one, Request("E-1"))).Events);
        Expect.Refused(MandateErrors.CollectionTwice, Collect(one, Request("E-1", 99)));
        Expect.Refused(MandateErrors.ReferenceInvalid, DirectDebitMandate.Sign(Facts with { Mandate = new("Ä") }, Clerk, At));
        Expect.Refused(MandateErrors.Incomplete, DirectDebitMandate.Sign(Facts with { CreditorId = "" }, Clerk, At));
    }

    [Theory]
    [InlineData("AC04", MandateStatus.Suspended, false)]
    [InlineData("AM04", MandateStatus.Active, true)]
    [InlineData("AM05", MandateStatus.Active, false)]
    [InlineData("MD01", MandateStatus.Revoked, false)]
    [InlineData("MD06", MandateStatus.Suspended, false)]
    [InlineData("MD07", MandateStatus.Revoked, false)]
    [InlineData("MS02", MandateStatus.Suspended, false)]
    [InlineData("MS03", MandateStatus.Active, true)]
    [InlineData("RR04", MandateStatus.Suspended, false)]
    [InlineData("SL01", MandateStatus.Suspended, false)]
    [InlineData("ZZ99", MandateStatus.Suspended, false)]
    public void A_return_means_what_its_code_says(string code, MandateStatus status, bool mayRetry)
    {
        var returned = Expect.Success(Fail(Active().Then(m => Collect(m, Request("E-1"))).Then(m => m.Settle("E-1", Monday.PlusDays(21), Clerk, At)), "E-1", code));
        Assert.Equal((status, CollectionStatus.Returned), (returned.State.Status, returned.State.Collections[0].Status));
        Assert.Equal(mayRetry ? Monday.PlusDays(30) : (LocalDate?)null, ((CollectionFailed)returned.Events[0]).RetryFrom);
        Assert.Empty(Expect.Success(Fail(returned.State, "E-1", code)).Events);
    }

    [Fact]
    public void The_fee_is_passed_on_when_the_debtor_caused_it_and_within_its_bound()
    {
        Money? Fee(string code, decimal? charges) => ((CollectionFailed)Expect.Success(
            Fail(Active().Then(m => Collect(m, Request("E-1"))), "E-1", code, charges: charges)).Events[0]).Fee;
        Assert.Equal(Eur(3.50m), Fee("AM04", 3.50m));
        Assert.Equal(Eur(5), Fee("AM04", 9));
        Assert.Equal(Eur(0), Fee("AM04", null));
        Assert.Equal(Eur(0), Fee("MS03", 3.50m));
        Assert.Equal(Eur(4), new ReturnFee { Amount = Eur(4) }.For(ReturnReasons.Find("AC04"), null));
        Assert.Equal(ReturnReasons.Known.Count, ReturnReasons.Known.Select(r => r.Code).Distinct().Count());
    }

    [Fact]
    public void A_claim_is_tried_again_as_often_as_the_policy_says()
    {
        var returned = Active().Then(m => Collect(m, Request("E-1"))).Then(m => Fail(m, "E-1", "AM04"));
        Assert.Equal("not before 2026-04-01", Expect.Refused(MandateErrors.NoRetry, Collect(returned, Request("E-2", days: 29, retryOf: "E-1"))).Fact("why"));
        Expect.Refused(MandateErrors.NoRetry, Collect(returned, Request("E-2", 99, 30, "E-1")));
        Expect.Refused(MandateErrors.NoRetry, Collect(returned, Request("E-2", days: 30, retryOf: "E-9")));
        var again = returned.Then(m => Collect(m, Request("E-2", days: 30, retryOf: "E-1")));
        Expect.Refused(MandateErrors.NoRetry, Collect(again, Request("E-3", days: 31, retryOf: "E-1")));
        Expect.Refused(MandateErrors.NoRetry, Collect(again, Request("E-3", days: 31, retryOf: "E-2")));
        var twice = again.Then(m => Fail(m, "E-2", "AM04", days: 33));
        Assert.Equal((2, MandateStatus.Suspended), (twice.ReturnsInARow, twice.Status));
        var lifted = twice.Then(m => m.Activate(Monday.PlusDays(34), Clerk, At));
        Expect.Refused(MandateErrors.NoRetry, Collect(lifted, Request("E-3", days: 50, retryOf: "E-2")));
        var gone = Active().Then(m => Collect(m, Request("E-1"))).Then(m => Fail(m, "E-1", "MS02")).Then(m => m.Activate(Monday, Clerk, At));
        Expect.Refused(MandateErrors.NoRetry, Collect(gone, Request("E-2", days: 40, retryOf: "E-1")));
    }

    [Fact]
    public void A_collection_comes_back_once()
    {
        var one = Active().Then(m => Collect(m, Request("E-1")));
        Expect.Refused(MandateErrors.CollectionUnknown, Fail(one, "E-9", "AM04"));
        Expect.Refused(MandateErrors.CollectionUnknown, one.Settle("E-9", Monday, Clerk, At));
        Expect.Refused(MandateErrors.DateBeforeCollection, Fail(one, "E-1", "AM04", days: 1));
        Expect.Refused(MandateErrors.DateBeforeCollection, one.Settle("E-1", Monday, Clerk, At));
        var returned = one.Then(m => Fail(m, "E-1", "AM04"));
        Expect.Refused(MandateErrors.CollectionOver, Fail(returned, "E-1", "MD06"));
        Expect.Refused(MandateErrors.CollectionOver, returned.Settle("E-1", Monday.PlusDays(30), Clerk, At));
        var settled = one.Then(m => m.Settle("E-1", Monday.PlusDays(21), Clerk, At));
        Assert.Empty(Expect.Success(settled.Settle("E-1", Monday.PlusDays(22), Clerk, At)).Events);
        Expect.Refused(MandateErrors.CollectionOver, Fail(settled, "E-1", "AM04", reject: true));
    }

    [Fact]
    public void Core_money_can_go_back_for_eight_weeks_and_thirteen_months_and_b2b_money_can_not()
    {
        var core = Active().Then(m => Collect(m, Request("E-1"))).Then(m => m.Settle("E-1", Monday.PlusDays(21), Clerk, At));
        var (collection, due) = (core.Collections[0], Monday.PlusDays(21));
        Assert.Equal((due.PlusDays(56), due.PlusMonths(13)), (core.RefundableUntil(collection), core.DisputableUntil(collection)));
        Assert.True(core.IsRefundable(collection, due.PlusDays(56)));
        Assert.False(core.IsRefundable(collection, due.PlusDays(57)));
        var b2b = Active(Facts with { Scheme = MandateScheme.B2B });
        Assert.Null(b2b.RefundableUntil(collection));
        Assert.Null(b2b.DisputableUntil(collection));
    }

    [Fact]
    public void The_next_collection_tells_the_bank_what_was_changed()
    {
        var used = Active().Then(m => Collect(m, Request("E-1")));
        var sameBank = Facts with { Debtor = Facts.Debtor with { Iban = Iban.Make(new("DE"), "370400440532013001").Value } };
        var amended = used.Then(m => m.Amend(sameBank, "", Monday, Clerk, At)).Then(m => m.Amend(sameBank with { Mandate = new("M-NEW") }, "", Monday, Clerk, At));
        var told = amended.Then(m => Collect(m, Request("E-2")));
        Assert.Equal(new MandateAmendment { OriginalIban = Facts.Debtor.Iban, OriginalMandate = Facts.Mandate }, told.Collections[1].Amendment);
        Assert.Null(told.Then(m => Collect(m, Request("E-3"))).Collections[2].Amendment);
        var otherBank = Facts with { Debtor = Facts.Debtor with { Iban = Iban.Parse("DE02120300000000202051").Value } };
        var moved = used.Then(m => m.Amend(otherBank, "Old Lanterns Ltd", Monday, Clerk, At)).Then(m => Collect(m, Request("E-2")));
        Assert.Equal(new MandateAmendment { IsOtherBank = true, OriginalCreditorName = "Old Lanterns Ltd" }, moved.Collections[1].Amendment);
        var never = Active().Then(m => m.Amend(otherBank, "", Monday, Clerk, At)).Then(m => Collect(m, Request("E-1")));
        Assert.Null(never.Collections[0].Amendment);
        Expect.Refused(MandateErrors.NothingAmended, used.Amend(Facts, "", Monday, Clerk, At));
        Expect.Refused(MandateErrors.Incomplete, used.Amend(Facts with { CreditorId = " " }, "", Monday, Clerk, At));
    }

    [Fact]
    public void A_collection_goes_to_the_bank_in_one_batch_of_one_message()
    {
        var sent = Active().Then(m => Collect(m, Request("E-1"))).Then(m => m.Send("E-1", "MSG-1", "MSG-1-2", Monday, Clerk, At));
        Assert.Equal(("MSG-1", "MSG-1-2", CollectionStatus.Presented), (sent.Collections[0].Message, sent.Collections[0].Batch, sent.Collections[0].Status));
        Assert.Empty(Expect.Success(sent.Send("E-1", "MSG-1", "MSG-1-2", Monday.PlusDays(1), Clerk, At)).Events);
        Expect.Refused(MandateErrors.SentTwice, sent.Send("E-1", "MSG-2", "MSG-2-1", Monday, Clerk, At));
        Expect.Refused(MandateErrors.CollectionUnknown, sent.Send("E-2", "MSG-1", "MSG-1-2", Monday, Clerk, At));
        var late = Active().Then(m => Collect(m, Request("E-1"))).Then(m => m.Settle("E-1", Monday.PlusDays(21), Clerk, At));
        Assert.Equal("B-1", late.Then(m => m.Send("E-1", "MSG-1", "B-1", Monday.PlusDays(22), Clerk, At)).Collections[0].Batch);
        Assert.Equal("batch", Expect.Refused(MandateErrors.ReferenceInvalid, late.Send("E-1", "MSG-1", "", Monday, Clerk, At)).Target);
        Assert.Equal("message", Expect.Refused(MandateErrors.ReferenceInvalid, late.Send("E-1", "M//1", "B-1", Monday, Clerk, At)).Target);
        Expect.Found(MandateErrors.StateBroken, (sent with { Collections = [sent.Collections[0] with { Message = "" }] }).Check());
    }

    [Fact]
    public void A_mandate_is_stopped_and_taken_back_with_a_reason()
    {
        var mandate = Active();
        Expect.Refused(MandateErrors.ReasonMissing, mandate.Suspend("", Monday, Clerk, At));
        Expect.Refused(MandateErrors.ReasonMissing, mandate.Revoke("", Monday, Clerk, At));
        var stopped = mandate.Then(m => m.Suspend("asked by phone", Monday, Clerk, At));
        Assert.Empty(Expect.Success(stopped.Suspend("again", Monday, Clerk, At)).Events);
        Expect.Refused(MandateErrors.WrongStatus, Collect(stopped, Request("E-1")));
        var revoked = stopped.Then(m => m.Revoke("letter", Monday, Clerk, At));
        Assert.Empty(Expect.Success(revoked.Revoke("again", Monday, Clerk, At)).Events);
        Expect.Refused(MandateErrors.WrongStatus, revoked.Suspend("x", Monday, Clerk, At));
        Expect.Refused(MandateErrors.WrongStatus, revoked.Amend(Facts, "x", Monday, Clerk, At));
        Expect.Found(MandateErrors.StateBroken, (mandate with { Reason = "why" }).Check());
        Expect.Found(MandateErrors.StateBroken, (mandate with { Status = MandateStatus.Completed }).Check());
    }
}

internal static class MandateSteps
{
    internal static DirectDebitMandate Then(this DirectDebitMandate one, Func<DirectDebitMandate, Result<Decision<DirectDebitMandate, MandateEvent>>> decide)
    {
        var decision = Expect.Success(decide(one));
        Assert.Equal(decision.State, decision.Events.Aggregate(one, (s, e) => s.Apply(e)));
        Assert.Empty(decision.State.Check());
        return decision.State;
    }
}
