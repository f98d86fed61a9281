using OrderToCash.Invoicing;
using OrderToCash.Matching;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>People decide about payments, and the next statement knows it.</summary>
public sealed class MatchMemoryTests
{
    private const string Stranger = "NL91ABNA0417164300";
    private static readonly PayerKey Account = PayerKey.Account(Stranger);
    private readonly ABusiness business = new();

    private static BankEntry Paid(string identity, decimal amount, string text = "") =>
        Received(identity, Eur(amount), Monday.PlusDays(20), text) with { CounterpartyAccount = Stranger, CounterpartyName = "N. Wind" };

    private async Task BillAsync()
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        await business.OpenCustomerAsync("C-8", terms: PaymentTerms.Days(30));
        await business.BilledAsync("SO-1", "I-1", 100m);
        await business.BilledAsync("SO-2", "I-2", 33.33m);
        await business.BilledAsync("SO-3", "I-3", 77m, "C-8");
    }

    private async Task<CashPlan> PlanAsync(params BankEntry[] entries) =>
        Expect.Success(await business.Cash.PlanAsync(Id, [.. entries], PayerDirectory.Empty));

    private async Task<PaymentId> BookAsync(BankEntry entry)
    {
        var plan = await PlanAsync(entry);
        foreach (var command in plan.Commands(Anna)) Expect.Success(await business.GiveAsync(command));
        return plan.Payments[0].Payment;
    }

    private async Task<PayerMemory?> MemoryAsync(PayerKey key) =>
        (await business.Books.LoadAsync<PayerMemory>(Streams.PayerMemory(Id, key)))?.State;

    private async Task<PaidCustomer> LearnedAsync(string customer = "C-7") => (await MemoryAsync(Account))!.Of(new(customer))!;

    private static MatchAllocation Cash(string item, decimal amount) => new() { Item = new(item), Cash = Eur(amount), Discount = Eur(0), WriteOff = Eur(0) };

    private ConfirmMatch Confirm(PaymentId payment, params MatchAllocation[] allocations) =>
        new() { Id = business.Next(), By = Bert, Payment = payment, On = Monday.PlusDays(21), Allocations = [.. allocations] };

    [Fact]
    public async Task A_confirmed_suggestion_is_applied_and_the_next_payment_of_the_account_is_known()
    {
        await BillAsync();
        var plan = await PlanAsync(Paid("1", 1_190));
        Assert.Equal(MatchOutcome.Suggested, plan.Payments[0].Decision!.Outcome);
        var payment = await BookAsync(Paid("1", 1_190));
        Expect.Success(await business.Cash.ConfirmAsync(Confirm(payment, [.. plan.Payments[0].Decision!.Alternatives[0].Allocations])));
        Assert.Equal(Eur(0), (await business.ItemAsync("INV-2025-000001/1")).Open);
        Assert.Equal((1, 0, 0), (await LearnedAsync() is var l ? (l.Human, l.Automatic, l.Reversed) : default));
        Assert.Equal(1, (await MemoryAsync(PayerKey.Name("N WIND")))!.Of(new("C-7"))!.Human);
        var next = (await PlanAsync(Paid("2", 396.63m))).Payments[0];
        Assert.Equal(("C-7", MatchOutcome.Full), (next.Customer.Value, next.Decision!.Outcome));
    }

    [Fact]
    public async Task A_suggestion_chosen_in_the_plan_is_booked_and_remembered_in_one_commit()
    {
        await BillAsync();
        var plan = await PlanAsync(Paid("1", 1_190));
        var chosen = plan.Choose(plan.Payments[0].Payment, plan.Payments[0].Decision!.Alternatives[0].Allocations);
        var before = (await business.Books.ReadOutboxAsync(10_000)).Count;
        Expect.Success(await business.GiveAsync(chosen.Commands(Bert)[0]));
        Assert.Equal("C-7", (await business.ItemAsync(plan.Payments[0].Payment.Value)).Customer.Value);
        Assert.Equal(1, (await LearnedAsync()).Human);
        Assert.True((await business.Books.ReadOutboxAsync(10_000)).Count > before);
        Assert.Throws<ArgumentException>(() => plan.Choose(new("none"), []));
    }

    [Fact]
    public async Task A_reversal_of_the_application_takes_trust_back_and_the_banks_return_only_what_the_payment_gave()
    {
        await BillAsync();
        var payment = await BookAsync(Paid("1", 1_190));
        Expect.Success(await business.Cash.ConfirmAsync(Confirm(payment, Cash("INV-2025-000001/1", 1_190))));
        var credit = (await business.ItemAsync("INV-2025-000001/1")).Applications.Single(a => a.IsLive);
        Expect.Success(await business.Cash.UnapplyAsync(new()
        {
            Id = business.Next(), By = Anna, Application = credit.Id, Credit = credit.Counterpart, On = Monday.PlusDays(22),
        }));
        Assert.Equal((1, 1), (await LearnedAsync() is var l ? (l.Human, l.Reversed) : default));
        Assert.Equal(MatchOutcome.Suggested, (await PlanAsync(Paid("2", 396.63m))).Payments[0].Decision!.Outcome);

        var other = await BookAsync(Paid("3", 396.63m, "INV-2025-000002"));
        Assert.Equal(1, (await LearnedAsync()).Automatic);
        Expect.Success(await business.Cash.ReturnAsync(new()
        {
            Id = business.Next(), By = Anna, Payment = other, Entry = Paid("4", -396.63m) with { IsReversal = true },
        }));
        Assert.Equal((1, 0, 1), (await LearnedAsync() is var after ? (after.Human, after.Automatic, after.Reversed) : default));
    }

    [Fact]
    public async Task Money_that_bounced_makes_no_account_known()
    {
        await BillAsync();
        var payment = await BookAsync(Paid("1", 1_190));
        Expect.Success(await business.Cash.ConfirmAsync(Confirm(payment, Cash("INV-2025-000001/1", 1_190))));
        Assert.Equal(MatchOutcome.Full, (await PlanAsync(Paid("2", 396.63m))).Payments[0].Decision!.Outcome);
        Expect.Success(await business.Cash.ReturnAsync(new()
        {
            Id = business.Next(), By = Anna, Payment = payment, Entry = Paid("4", -1_190) with { IsReversal = true, ReturnReason = "AM04", BookedOn = Monday.PlusDays(25) },
        }));
        Assert.Equal((0, 0, 0), (await LearnedAsync() is var l ? (l.Human, l.Automatic, l.Reversed) : default));
        Assert.Empty((await MemoryAsync(Account))!.Check());
        Assert.Equal(MatchOutcome.Suggested, (await PlanAsync(Paid("2", 396.63m))).Payments[0].Decision!.Outcome);
        // The next word of a person counts as if there had been none.
        var again = await BookAsync(Paid("5", 1_190));
        Expect.Success(await business.Cash.ConfirmAsync(Confirm(again, Cash("INV-2025-000001/1", 1_190)) with { On = Monday.PlusDays(26) }));
        Assert.Equal(MatchOutcome.Full, (await PlanAsync(Paid("2", 396.63m))).Payments[0].Decision!.Outcome);
    }

    [Fact]
    public async Task Payments_that_name_their_items_teach_and_those_an_amount_decided_do_not()
    {
        await BillAsync();
        await BookAsync(Paid("1", 1_190, "INV-2025-000001"));
        Assert.Equal((0, 1), (await LearnedAsync() is var l ? (l.Human, l.Automatic) : default));
        var payment = await BookAsync(Paid("2", 5));
        Expect.Success(await business.Cash.ConfirmAsync(Confirm(payment, Cash("INV-2025-000002/1", 5))));
        await business.BilledAsync("SO-9", "I-9", 21.17m);
        await BookAsync(Paid("3", 251.92m));
        Assert.Equal(Eur(0), (await business.ItemAsync("INV-2025-000004/1")).Open);
        Assert.Equal((1, 1), (await LearnedAsync() is var after ? (after.Human, after.Automatic) : default));
    }

    [Fact]
    public async Task What_a_person_rejected_is_not_proposed_again_until_a_person_confirms_it()
    {
        await BillAsync();
        var payment = await BookAsync(Paid("1", 1_190));
        var proposed = Expect.Success(await business.Cash.ReviewAsync(Id, PayerDirectory.Empty)).Payments.Single();
        Assert.Equal("INV-2025-000001/1", proposed.Decision.Alternatives[0].Allocations[0].Item.Value);
        Expect.Success(await business.Cash.RejectAsync(new() { Id = business.Next(), By = Bert, Payment = payment, Items = [new("INV-2025-000001/1")], Reason = "not theirs" }));
        var again = Expect.Success(await business.Cash.ReviewAsync(Id, PayerDirectory.Empty)).Payments.Single();
        Assert.DoesNotContain(again.Decision.Alternatives, a => a.Allocations.Any(p => p.Item.Value == "INV-2025-000001/1"));
        Expect.Success(await business.Cash.ConfirmAsync(Confirm(payment, Cash("INV-2025-000001/1", 1_190))));
        Expect.Refused(MemoryErrors.StillConfirmed, await business.Cash.RejectAsync(new() { Id = business.Next(), By = Bert, Payment = payment, Items = [new("INV-2025-000001/1")] }));
    }

    [Fact]
    public async Task Whom_a_payer_does_not_pay_for_is_taken_out_whoever_said_it_before()
    {
        await BillAsync();
        var payers = PayerDirectory.Create([new() { Account = Stranger, Customer = new("C-7") }]);
        var payment = await BookAsync(Paid("1", 7));
        Assert.Equal("C-7", Expect.Success(await business.Cash.PlanAsync(Id, [Paid("2", 1_190)], payers)).Payments[0].Customer.Value);
        Expect.Success(await business.Cash.RejectAsync(new() { Id = business.Next(), By = Bert, Payment = payment, Customers = [new("C-7")], Reason = "a namesake" }));
        Assert.Equal("UNKNOWN", Expect.Success(await business.Cash.PlanAsync(Id, [Paid("2", 1_190)], payers)).Payments[0].Customer.Value);
        Assert.True((await LearnedAsync()).IsRejected);
    }

    [Fact]
    public async Task A_confirmation_helps_the_other_payments_that_wait()
    {
        await BillAsync();
        var (first, _) = (await BookAsync(Paid("1", 1_190)), await BookAsync(Paid("2", 396.63m)));
        Expect.Success(await business.Cash.ConfirmAsync(Confirm(first, Cash("INV-2025-000001/1", 1_190))));
        var review = Expect.Success(await business.Cash.ReviewAsync(Id, PayerDirectory.Empty));
        foreach (var command in review.Commands(Monday.PlusDays(22), Anna)) Expect.Success(await business.Cash.ApplyAsync(command));
        foreach (var command in review.Commands(Monday.PlusDays(22), Anna)) Expect.Success(await business.Cash.ApplyAsync(command));
        Assert.Equal(Eur(0), (await business.AccountAsync()).Exposure.Total);
        Assert.Empty(Expect.Success(await business.Cash.ReviewAsync(Id, PayerDirectory.Empty)).Payments);
        Expect.Refused(ProcessErrors.LegalEntityUnknown, await business.Cash.ReviewAsync(new("XX"), PayerDirectory.Empty));
    }

    [Fact]
    public async Task Unidentified_money_is_transferred_to_whose_it_is_and_the_account_is_known_from_then_on()
    {
        await BillAsync();
        var payment = await BookAsync(Paid("1", 50));
        Expect.Success(await business.Cash.TransferAsync(new()
        {
            Id = business.Next(), By = Bert, Payment = new(payment.Value), Customer = new("C-8"), On = Monday.PlusDays(21), Reason = "asked the bank",
        }));
        Assert.Equal(Eur(50), (await business.AccountAsync("C-8")).UnappliedCredit);
        Assert.Equal("C-8", (await PlanAsync(Paid("2", 916.30m))).Payments[0].Customer.Value);
    }

    [Fact]
    public async Task Programs_do_not_decide_for_people()
    {
        await BillAsync();
        var payment = await BookAsync(Paid("1", 1_190));
        var robot = Actor.System("import");
        Expect.Refused(MemoryErrors.NotAPerson, await business.Cash.ConfirmAsync(Confirm(payment, Cash("INV-2025-000001/1", 1_190)) with { By = robot }));
        Expect.Refused(MemoryErrors.NotAPerson, await business.Cash.RejectAsync(new() { Id = business.Next(), By = robot, Payment = payment, Items = [new("X")] }));
        Expect.Refused(MemoryErrors.NothingChosen, await business.Cash.RejectAsync(new() { Id = business.Next(), By = Bert, Payment = payment }));
        Expect.Refused(MemoryErrors.NothingChosen, await business.Cash.ConfirmAsync(Confirm(payment)));
        Expect.Refused(ProcessErrors.NotFound, await business.Cash.RejectAsync(new() { Id = business.Next(), By = Bert, Payment = new("none"), Items = [new("X")] }));
        Assert.Equal(Eur(1_190), (await business.ItemAsync("INV-2025-000001/1")).Open);
    }

    private const string Number = "DE68210501700012345678";

    private static readonly PayerDirectory NumberOfC8 = PayerDirectory.Create([new() { VirtualAccount = Number, Customer = new("C-8") }]);

    private async Task<PaymentId> BookAtNumberAsync(BankEntry entry)
    {
        var plan = Expect.Success(await business.Cash.PlanAsync(Id, [entry with { VirtualAccount = Number }], NumberOfC8));
        foreach (var command in plan.Commands(Anna)) Expect.Success(await business.GiveAsync(command));
        Assert.Equal(("C-8", PaymentTreatment.Book), (plan.Payments[0].Customer.Value, plan.Payments[0].Treatment));
        return plan.Payments[0].Payment;
    }

    [Fact]
    public async Task Money_at_the_number_of_a_customer_does_not_teach_who_sent_it()
    {
        await BillAsync();
        // A factor, a parent, a payment provider: it names the invoice, or a person confirms it.
        await business.BilledAsync("SO-9", "I-9", 21.17m, "C-8");
        await BookAtNumberAsync(Paid("1", 916.30m, "INV-2025-000003"));
        var payment = await BookAtNumberAsync(Paid("2", 5));
        Expect.Success(await business.Cash.ConfirmAsync(Confirm(payment, Cash("INV-2025-000004/1", 5))));
        Assert.Null(await MemoryAsync(Account));
        Assert.Null(await MemoryAsync(PayerKey.Name("N. Wind")));
        // What the sender pays next, at our own account, is nobody's yet.
        Assert.Equal(MatchOutcome.Suggested, (await PlanAsync(Paid("3", 246.92m))).Payments[0].Decision!.Outcome);
    }

    [Fact]
    public async Task What_money_at_the_number_of_a_customer_did_not_teach_is_not_taken_back()
    {
        await BillAsync();
        await BookAsync(Paid("1", 396.63m, "INV-2025-000002"));
        var payment = await BookAtNumberAsync(Paid("2", 916.30m, "INV-2025-000003"));
        Expect.Success(await business.Cash.ReturnAsync(new()
        {
            Id = business.Next(), By = Anna, Payment = payment, Entry = Paid("4", -916.30m) with { IsReversal = true },
        }));
        Assert.Equal((0, 1, 0), (await LearnedAsync() is var l ? (l.Human, l.Automatic, l.Reversed) : default));
        Assert.Null((await MemoryAsync(Account))!.Of(new("C-8")));
    }

    [Fact]
    public async Task That_money_at_the_number_of_a_customer_is_anothers_all_the_same_teaches_who_sent_it()
    {
        await BillAsync();
        var payment = await BookAtNumberAsync(Paid("1", 1_190));
        Expect.Success(await business.Cash.ConfirmAsync(Confirm(payment, Cash("INV-2025-000001/1", 1_190))));
        Assert.Equal(1, (await LearnedAsync()).Human);
    }
}
