using OrderToCash.Banking;
using OrderToCash.Matching;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>A bank books a batch of our own collections in one sum and names nothing but the batch.</summary>
public sealed class BatchedCollectionTests
{
    private static readonly SepaAccount Creditor = new() { Name = "Laternenwerk GmbH", Iban = Iban.Parse(Account).Value };
    private static readonly LocalDate Debit = new(2025, 4, 2);
    private static readonly LocalDate Sent = new(2025, 3, 31);

    private readonly ABusiness business = new();

    private static MandateFacts Facts(string mandate, string customer, string iban, MandateScheme scheme = MandateScheme.Core) => new()
    {
        Mandate = new(mandate), LegalEntity = Id, Customer = new(customer), CreditorId = "DE98ZZZ09999999999", Scheme = scheme, SignedOn = Monday,
        Debtor = new() { Name = $"{customer} GmbH", Iban = Iban.Parse(iban).Value },
    };

    // Two invoices of C-7 over 1,190 and one of C-8 over 595, all collected for the same day.
    private async Task<DirectDebitFile> SentAsync(bool isRecorded = true, MandateScheme second = MandateScheme.Core)
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        await business.OpenCustomerAsync("C-8", terms: PaymentTerms.Days(30));
        await business.BilledAsync("SO-1", "I-1", 100m);
        await business.BilledAsync("SO-2", "I-2", 100m);
        await business.BilledAsync("SO-3", "I-3", 50m, "C-8");
        foreach (var facts in (MandateFacts[])[Facts("M-7", "C-7", "DE02120300000000202051"), Facts("M-8", "C-8", "DE89370400440532013000", second)])
            Expect.Success(await business.DirectDebits.RecordAsync(new() { Id = business.Next(), By = Anna, Facts = facts, IsChecked = true }));
        await CollectAsync("M-7", "E2E-1", "INV-2025-000001/1", 1_190);
        await CollectAsync("M-7", "E2E-2", "INV-2025-000002/1", 1_190);
        await CollectAsync("M-8", "E2E-3", "INV-2025-000003/1", 595);
        var file = Expect.Success(await FileAsync("MSG-1"));
        if (isRecorded) await RecordAsync(file);
        return file;
    }

    private async Task CollectAsync(string mandate, string id, string item, decimal amount) => Expect.Success(await business.DirectDebits.CollectAsync(new()
    {
        Id = business.Next(), By = Anna, Mandate = new(mandate), Today = Sent,
        Request = new() { EndToEndId = id, Item = new(item), Amount = Eur(amount), DueOn = Debit, PreNotifiedOn = Debit.PlusDays(-14) },
    }));

    private ValueTask<Result<DirectDebitFile>> FileAsync(string message) => business.DirectDebits.FileAsync(Id, Creditor, message, Debit, Sent);

    private async Task RecordAsync(DirectDebitFile file)
    {
        foreach (var command in DirectDebitOrders.Sent(file, await MandatesAsync(), Sent, Anna)) Expect.Success(await business.DirectDebits.SendAsync(command));
    }

    private async Task<List<DirectDebitMandate>> MandatesAsync() =>
        await business.Books.AllAsync<DirectDebitMandate>(Streams.MandateKind).Select(m => m.State).ToListAsync();

    private static BankEntry Sum(decimal amount, int transactions, string batch = "MSG-1-1") =>
        Received("B", Eur(amount), Debit, "SAMMELLASTSCHRIFT") with { CustomerReference = batch, BatchedTransactions = transactions };

    private async Task<Money> OpenAsync(string item) => (await business.ItemAsync(item)).Open;

    private Task RejectAsync(string mandate, string id) => Task.Run(async () => Expect.Success(await business.DirectDebits.FailAsync(new()
    {
        Id = business.Next(), By = Anna, Mandate = new(mandate), Failure = new() { EndToEndId = id, Reason = "AC04", IsReject = true, On = Debit },
    })));

    [Theory]
    [InlineData("MSG-1-1", 3)]
    // Only the message is named, or nobody counts.
    [InlineData("MSG-1", 3)]
    [InlineData("MSG-1-1", 0)]
    public async Task The_sum_of_a_batch_settles_each_of_its_collections(string reference, int transactions)
    {
        await SentAsync();
        var plan = await business.ImportAsync(Sum(2_975, transactions, reference));
        Assert.Equal(["E2E-1 C-7 1190.00 EUR 1", "E2E-2 C-7 1190.00 EUR 1", "E2E-3 C-8 595.00 EUR 1"],
            plan.Payments.Select(p => $"{p.Entry.EndToEndId} {p.Customer} {p.Entry.Amount} {p.Allocations.Count}"));
        foreach (var number in (string[])["1", "2", "3"]) Assert.Equal(Eur(0), await OpenAsync($"INV-2025-00000{number}/1"));
        Assert.Equal(Eur(2_975), await business.BalanceAsync(AccountRole.Bank));
        // The statement again, also when the bank took one back meanwhile.
        Assert.All((await business.ImportAsync(Sum(2_975, transactions, reference))).Payments, p => Assert.Equal(PaymentTreatment.AlreadyBooked, p.Treatment));
    }

    // Two batches in one message: each may be booked under the message's id, or both together.
    [Theory]
    [InlineData("MSG-1", 2_975, 3, "E2E-1 E2E-2 E2E-3")]
    [InlineData("MSG-1", 2_380, 2, "E2E-1 E2E-2")]
    [InlineData("MSG-1", 595, 0, "E2E-3")]
    [InlineData("MSG-1-2", 595, 0, "E2E-3")]
    [InlineData("MSG-1-2", 2_380, 2, "")]
    public async Task The_batches_of_a_message_are_told_apart_by_their_sums(string reference, int amount, int transactions, string collections)
    {
        Assert.Equal(2, (await SentAsync(second: MandateScheme.B2B)).Batches.Count);
        var plan = await business.ImportAsync(Sum(amount, transactions, reference));
        Assert.Equal(collections, string.Join(' ', plan.Payments.Select(p => p.Entry.EndToEndId)));
        Assert.Equal(collections.Length == 0, plan.Payments.Any(p => p.Doubt is not null));
    }

    [Fact]
    public async Task A_sum_in_one_plan_twice_is_one()
    {
        await SentAsync();
        var plan = await business.ImportAsync(Sum(2_975, 3), Sum(2_975, 3));
        Assert.Equal((3, 3), (plan.Payments.Count(p => p.Treatment == PaymentTreatment.Book), plan.Payments.Count(p => p.Treatment == PaymentTreatment.AlreadyBooked)));
        Assert.Equal(Eur(2_975), await business.BalanceAsync(AccountRole.Bank));
    }

    [Fact]
    public async Task The_same_batch_on_another_day_is_money_that_waits_on_account()
    {
        await SentAsync();
        await business.ImportAsync(Sum(2_975, 3));
        var again = await business.ImportAsync(Sum(2_975, 3) with { Identity = "B/2", BookedOn = Debit.PlusDays(1) });
        Assert.Equal(["C-7", "C-7", "C-8"], again.Payments.Select(p => p.Customer.Value));
        Assert.All(again.Payments, p => Assert.Empty(p.Allocations));
        Assert.Equal(Eur(595), (await business.AccountAsync("C-8")).UnappliedCredit);
    }

    [Fact]
    public async Task One_collection_of_a_sum_comes_back_by_itself()
    {
        await SentAsync();
        await business.ImportAsync(Sum(2_975, 3));
        var back = Received("R", Eur(-595), Debit.PlusDays(3), endToEnd: "E2E-3") with { IsReversal = true, ReturnReason = "AM04" };
        Assert.Equal(PaymentTreatment.Return, (await business.ImportAsync(back)).Payments[0].Treatment);
        Assert.Equal((Eur(1_190 - 1_190), Eur(595)), (await OpenAsync("INV-2025-000001/1"), await OpenAsync("INV-2025-000003/1")));
        Expect.Success(await business.DirectDebits.FailAsync(DirectDebitOrders.Return(back, await MandatesAsync(), Anna)!));
        Assert.All((await business.ImportAsync(Sum(2_975, 3), back)).Payments, p => Assert.Equal(PaymentTreatment.AlreadyBooked, p.Treatment));
        Assert.Equal(Eur(2_380), await business.BalanceAsync(AccountRole.Bank));
    }

    [Theory]
    [InlineData(2_380, 2)]
    // The amount is right, and the bank counts another number.
    [InlineData(2_975, 4)]
    [InlineData(3_000, 3)]
    public async Task A_sum_that_does_not_add_up_is_booked_and_shown_with_the_reason(int amount, int transactions)
    {
        await SentAsync();
        var line = Sum(amount, transactions);
        var planned = Assert.Single((await business.ImportAsync(line)).Payments);
        var doubt = Expect.Found(ProcessErrors.BatchDiffers, [planned.Doubt!]);
        Assert.Equal(("MSG-1-1", "2975.00 EUR", "3"), (doubt.Fact("batch"), doubt.Fact("collected"), doubt.Fact("count")));
        Assert.Equal((PaymentTreatment.Book, "UNKNOWN", true), (planned.Treatment, planned.Customer.Value, planned.Allocations.IsEmpty));
        Assert.Equal(Eur(amount), await business.BalanceAsync(AccountRole.Bank));
        // The money is there once, whatever becomes known later.
        await RejectAsync("M-8", "E2E-3");
        Assert.Equal(PaymentTreatment.AlreadyBooked, Assert.Single((await business.ImportAsync(line)).Payments).Treatment);
    }

    [Fact]
    public async Task What_the_bank_rejected_is_not_in_the_sum()
    {
        await SentAsync();
        await RejectAsync("M-8", "E2E-3");
        Assert.Equal(["E2E-1", "E2E-2"], (await business.ImportAsync(Sum(2_380, 2))).Payments.Select(p => p.Entry.EndToEndId));
        Assert.Equal(Eur(595), await OpenAsync("INV-2025-000003/1"));
    }

    [Fact]
    public async Task A_sum_that_was_split_is_not_booked_again_when_its_collections_change()
    {
        await SentAsync();
        await business.ImportAsync(Sum(2_975, 3));
        await RejectAsync("M-8", "E2E-3");
        Assert.Equal(PaymentTreatment.AlreadyBooked, Assert.Single((await business.ImportAsync(Sum(2_975, 3))).Payments).Treatment);
        Assert.Equal(Eur(2_975), await business.BalanceAsync(AccountRole.Bank));
    }

    [Fact]
    public async Task A_sum_that_was_split_and_not_booked_whole_is_not_taken_for_booked()
    {
        await SentAsync();
        var plan = Expect.Success(await business.Cash.PlanAsync(Id, [Sum(2_975, 3)], PayerDirectory.Empty));
        foreach (var command in plan.Commands(Anna).Take(2)) Expect.Success(await business.GiveAsync(command));
        await RejectAsync("M-8", "E2E-3");
        var planned = Assert.Single((await business.ImportAsync(Sum(2_975, 3))).Payments);
        Assert.Equal(PaymentTreatment.Refused, planned.Treatment);
        Assert.Equal("2380.00 EUR", Expect.Found(ProcessErrors.LineDiffers, [planned.Refusal!]).Fact("known"));
    }

    [Fact]
    public async Task A_sum_of_another_amount_than_the_one_that_was_split_is_refused()
    {
        await SentAsync();
        await business.ImportAsync(Sum(2_975, 3));
        var planned = Assert.Single((await business.ImportAsync(Sum(3_000, 3))).Payments);
        Assert.Equal("2975.00 EUR", Expect.Found(ProcessErrors.LineDiffers, [planned.Refusal!]).Fact("known"));
    }

    [Fact]
    public async Task A_sum_without_an_identity_is_not_split()
    {
        await SentAsync();
        var planned = Assert.Single((await business.ImportAsync(Sum(2_975, 3) with { Identity = " " })).Payments);
        Expect.Found(ProcessErrors.LineUnnamed, [planned.Refusal!]);
    }

    [Fact]
    public async Task A_person_says_what_a_sum_is_for()
    {
        await SentAsync();
        var plan = Expect.Success(await business.Cash.PlanAsync(Id, [Sum(2_380, 2)], PayerDirectory.Empty));
        MatchAllocation On(string item) => new() { Item = new(item), Cash = Eur(1_190), Discount = Eur(0), WriteOff = Eur(0) };
        var chosen = plan.Choose(plan.Payments[0].Payment, [On("INV-2025-000001/1"), On("INV-2025-000002/1")]);
        foreach (var command in chosen.Commands(Anna)) Expect.Success(await business.GiveAsync(command));
        Assert.Equal((Eur(0), Eur(0)), (await OpenAsync("INV-2025-000001/1"), await OpenAsync("INV-2025-000002/1")));
    }

    [Fact]
    public async Task A_line_of_its_own_or_of_an_unknown_batch_stays_as_it_is()
    {
        await SentAsync();
        foreach (var line in (BankEntry[])[Sum(2_975, 3) with { EndToEndId = "E2E-9" }, Sum(2_975, 3, "MSG-2-1"), Sum(500, 0), Sum(500, 1)])
        {
            var planned = Assert.Single(Expect.Success(await business.Cash.PlanAsync(Id, [line], PayerDirectory.Empty)).Payments);
            Assert.Equal((line, null), (planned.Entry, planned.Doubt));
        }
    }

    [Fact]
    public async Task A_batch_nobody_recorded_is_money_like_any_other()
    {
        await SentAsync(isRecorded: false);
        var planned = Assert.Single((await business.ImportAsync(Sum(2_975, 3))).Payments);
        Assert.Equal((PaymentTreatment.Book, null), (planned.Treatment, planned.Doubt));
    }

    [Fact]
    public async Task A_collection_goes_to_the_bank_in_one_message()
    {
        var file = await SentAsync();
        await RecordAsync(file); // again
        Assert.Equal(["MSG-1/MSG-1-1"], (await MandatesAsync()).SelectMany(m => m.Collections).Select(c => $"{c.Message}/{c.Batch}").Distinct());
        Assert.Empty(Expect.Success(await FileAsync("MSG-2")).Batches);
        Assert.Equal(file with { CreatedAt = default }, Expect.Success(await FileAsync("MSG-1")) with { CreatedAt = default });
        var twice = DirectDebitOrders.Sent(file with { MessageId = "MSG-9" }, await MandatesAsync(), Sent, Anna)[0];
        Expect.Refused(MandateErrors.SentTwice, await business.DirectDebits.SendAsync(twice));
    }
}
