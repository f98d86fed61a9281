using System.Text;
using OrderToCash.Banking;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class DirectDebitDeskTests
{
    private static readonly SepaAccount Creditor = new() { Name = "Laternenwerk GmbH", Iban = Iban.Parse(Account).Value };
    private static readonly LocalDate Debit = new(2025, 4, 2);
    private static readonly LocalDate Sent = new(2025, 3, 31);

    private readonly ABusiness business = new(seller: Seller with
    {
        Collecting = CollectionPolicy.Standard with { Fee = new() { IsActual = true, Amount = Eur(5) } },
    });

    private static MandateFacts Facts { get; } = new()
    {
        Mandate = new("M-1"), LegalEntity = Id, Customer = new("C-7"), CreditorId = "DE98ZZZ09999999999", Scheme = MandateScheme.Core, SignedOn = Monday,
        Debtor = new() { Name = "Nordwind GmbH", Iban = Iban.Parse("DE02120300000000202051").Value },
    };

    private async Task<OpenItemId> ReadyAsync()
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        await business.BilledAsync("SO-1", "I-1", 100m);
        Expect.Success(await business.DirectDebits.RecordAsync(new() { Id = business.Next(), By = Anna, Facts = Facts, IsChecked = true }));
        return new("INV-2025-000001/1");
    }

    private ValueTask<Result<DirectDebitMandate>> CollectAsync(OpenItemId item, string id = "E2E-1", decimal amount = 1_190) => business.DirectDebits.CollectAsync(new()
    {
        Id = business.Next(), By = Anna, Mandate = Facts.Mandate, Today = Sent,
        Request = new() { EndToEndId = id, Item = item, Amount = Eur(amount), DueOn = Debit, PreNotifiedOn = Debit.PlusDays(-14) },
    });

    private async Task<(DirectDebitFile File, string Xml)> FileAsync()
    {
        var file = Expect.Success(await business.DirectDebits.FileAsync(Id, Creditor, "MSG-1", Debit, Sent));
        using var stream = new MemoryStream();
        Expect.Success(file.WriteTo(stream));
        return (file, Encoding.UTF8.GetString(stream.ToArray()));
    }

    // The end-to-end id that we sent is ours: no text, no known account is needed. Another amount or mandate, or an id of somebody
    // else, says nothing.
    [Theory]
    [InlineData("E2E-1", 1_190, "", 1)]
    [InlineData("E2E-1", 1_190, "M-1", 1)]
    [InlineData("E2E-1", 1_190, "M-2", 0)]
    [InlineData("E2E-1", 1_180, "", 0)]
    [InlineData("E2E-2", 1_190, "", 0)]
    [InlineData("NOTPROVIDED", 1_190, "", 0)]
    public async Task Money_of_our_own_collection_is_known_by_its_end_to_end_id(string endToEnd, int amount, string mandate, int applied)
    {
        var item = await ReadyAsync();
        await business.BilledAsync("SO-2", "I-2", 100m);
        Expect.Success(await CollectAsync(item));
        var plan = await business.ImportAsync(Received("1", Eur(amount), Debit, "", endToEnd) with { CounterpartyAccount = "NL91ABNA0417164300", MandateId = mandate });
        Assert.Equal(applied, plan.Payments[0].Allocations.Count(a => a.Item == item));
        Assert.Equal(Eur(applied > 0 ? 0 : 1_190), (await business.ItemAsync(item.Value)).Open);
        Assert.Equal(Eur(1_190), (await business.ItemAsync("INV-2025-000002/1")).Open);
        Assert.Equal(applied > 0 ? "C-7" : "UNKNOWN", plan.Payments[0].Customer.Value);
    }

    [Fact]
    public async Task Money_of_our_own_collection_is_for_its_item_whatever_the_text_says()
    {
        var item = await ReadyAsync();
        await business.BilledAsync("SO-2", "I-2", 100m);
        Expect.Success(await CollectAsync(item));
        var plan = await business.ImportAsync(Received("1", Eur(1_190), Debit, "INV-2025-000002", "E2E-1"));
        Assert.Equal(item, Assert.Single(plan.Payments[0].Allocations).Item);
    }

    [Fact]
    public async Task An_invoice_is_collected_comes_back_and_costs_the_customer_the_banks_charge()
    {
        var item = await ReadyAsync();
        Expect.Success(await CollectAsync(item));
        var (_, xml) = await FileAsync();
        Assert.Contains("<SeqTp>RCUR</SeqTp>", xml);
        Assert.Contains("<ReqdColltnDt>2025-04-02</ReqdColltnDt>", xml);
        Assert.DoesNotContain("AmdmntInd", xml);

        var paid = await business.BilledAsync("SO-2", "I-2", 1m);
        await business.ImportAsync(Received("1", Eur(1_190), Debit, "INV-2025-000001", "E2E-1"));
        Expect.Success(await business.DirectDebits.SettleAsync(new() { Id = business.Next(), By = Anna, Mandate = Facts.Mandate, EndToEndId = "E2E-1", On = Debit }));
        var back = Received("2", Eur(-1_194), Debit.PlusDays(3), endToEnd: "E2E-1") with { IsReversal = true, ReturnReason = "AM04", Charges = Eur(4) };
        await business.ImportAsync(back);
        Assert.Equal(Eur(1_190), (await business.ItemAsync(item.Value)).Open);
        var mandate = (await business.Books.LoadAsync<DirectDebitMandate>(Streams.Mandate(Facts.Mandate)))!.State;
        var fail = DirectDebitOrders.Return(back, [mandate], Anna)!;
        var failed = Expect.Success(await business.DirectDebits.FailAsync(fail));
        Assert.Equal((CollectionStatus.Returned, MandateStatus.Active), (failed.Collections[0].Status, failed.Status));
        var fee = await business.ItemAsync("RF-E2E-1");
        Assert.Equal((OpenItemKind.Fee, Eur(4)), (fee.Kind, fee.Open));
        Expect.Success(await business.DirectDebits.FailAsync(fail)); // the statement again
        Assert.Equal(Eur(-4), await business.BalanceAsync(AccountRole.LateFees));
        Assert.Null(DirectDebitOrders.Return(Received("3", Eur(5), Debit), [mandate], Anna));
        Assert.NotNull(paid);
    }

    [Fact]
    public async Task What_the_bank_refuses_is_rejected_by_transaction_or_by_batch()
    {
        var item = await ReadyAsync();
        Expect.Success(await CollectAsync(item, "E2E-1", 500));
        var mandate = Expect.Success(await CollectAsync(item, "E2E-2", 690));
        var (file, _) = await FileAsync();
        Assert.Equal(2, Assert.Single(file.Batches).Collections.Count);
        PaymentStatusReport Report(params PaymentStatus[] statuses) => new() { MessageId = "A", OriginalMessageId = "MSG-1", Statuses = [.. statuses] };
        var one = DirectDebitOrders.Rejections(Report(
            new() { Status = "PART" }, new() { BatchId = "MSG-1-1", EndToEndId = "E2E-2", Status = "RJCT", Reason = "AC04" }), file, [mandate], Debit, Anna);
        Assert.Equal(("E2E-2", "AC04", true), (one[0].Failure.EndToEndId, one[0].Failure.Reason, Assert.Single(one).Failure.IsReject));
        var all = DirectDebitOrders.Rejections(Report(new PaymentStatus { Status = "RJCT", Reason = "FF01" }), file, [mandate], Debit, Anna);
        Assert.Equal(["E2E-1", "E2E-2"], all.Select(c => c.Failure.EndToEndId));
        Assert.Equal(MandateStatus.Suspended, Expect.Success(await business.DirectDebits.FailAsync(one[0])).Status);
    }

    [Fact]
    public async Task No_more_is_collected_than_is_owed_and_undisputed()
    {
        var item = await ReadyAsync();
        Expect.Refused(ProcessErrors.NotCollectable, await CollectAsync(item, amount: 1_190.01m));
        Expect.Success(await business.Disputes.OpenAsync(new()
        {
            Id = business.Next(), By = Anna,
            Facts = new() { Dispute = new("D-1"), Reason = DisputeReason.Other, On = Sent, Parts = [new() { Item = item, Amount = Eur(190) }] },
        }));
        Expect.Refused(ProcessErrors.NotCollectable, await CollectAsync(item, amount: 1_000.01m));
        Expect.Success(await CollectAsync(item, amount: 1_000));
        Expect.Refused(ProcessErrors.NotFound, await CollectAsync(new("INV-404/1"), "E2E-9"));
    }

    [Fact]
    public async Task An_amended_mandate_tells_the_bank_what_it_was()
    {
        var item = await ReadyAsync();
        Expect.Success(await CollectAsync(item, "E2E-1", 100));
        Expect.Success(await business.DirectDebits.AmendAsync(new()
        {
            Id = business.Next(), By = Anna, Mandate = Facts.Mandate, On = Sent, CreditorNameBefore = "Lampenwerk",
            Facts = Facts with { Mandate = new("M-1A"), Debtor = Facts.Debtor with { Iban = Iban.Parse(Account).Value } },
        }));
        Expect.Success(await CollectAsync(item, "E2E-2", 100));
        var (_, xml) = await FileAsync();
        Assert.Contains("<MndtId>M-1A</MndtId>", xml);
        Assert.Contains("<AmdmntInd>true</AmdmntInd>", xml);
        Assert.Contains("<OrgnlMndtId>M-1</OrgnlMndtId>", xml);
        Assert.Contains("<Nm>Lampenwerk</Nm>", xml);
        Assert.Contains("<Id>SMNDA</Id>", xml);
    }

    [Fact]
    public async Task A_mandate_is_stopped_lifted_and_lapses()
    {
        await ReadyAsync();
        ValueTask<Result<DirectDebitMandate>> To(MandateStatus status, LocalDate on, string reason = "") => business.DirectDebits.ChangeStatusAsync(new()
        {
            Id = business.Next(), By = Anna, Mandate = Facts.Mandate, Status = status, Reason = reason, On = on,
        });
        Assert.Equal(MandateStatus.Suspended, Expect.Success(await To(MandateStatus.Suspended, Monday, "asked")).Status);
        Assert.Equal(MandateStatus.Active, Expect.Success(await To(MandateStatus.Active, Monday)).Status);
        Expect.Refused(MandateErrors.WrongStatus, await To(MandateStatus.Completed, Monday));
        Expect.Refused(MandateErrors.NotLapsed, await To(MandateStatus.Lapsed, Monday.PlusMonths(36)));
        Assert.Equal(MandateStatus.Lapsed, Expect.Success(await To(MandateStatus.Lapsed, Monday.PlusMonths(36).PlusDays(1))).Status);
        Expect.Refused(ProcessErrors.AlreadyExists, await business.DirectDebits.RecordAsync(new() { Id = business.Next(), By = Anna, Facts = Facts }));
    }
}
