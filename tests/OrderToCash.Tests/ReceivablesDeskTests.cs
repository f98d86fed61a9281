using FsCheck;
using FsCheck.Fluent;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

public sealed class ReceivablesDeskTests
{
    private static readonly OpenItemId Invoice = new("INV-2025-000001/1");

    /// <summary>What a random day brings: a sort, an amount, how many days pass before it, how far it is dated back.</summary>
    public sealed record Happening(int Kind, int Amount, int Days, int Back);

    public static class Happenings
    {
        public static Arbitrary<Happening[]> Lists() => Arb.From(
            from count in Gen.Choose(1, 14)
            from all in Gen.ArrayOf(
                from kind in Gen.Choose(0, 6) from amount in Gen.Choose(1, 1_190) from days in Gen.Choose(0, 12) from back in Gen.Choose(0, 9)
                select new Happening(kind, amount, days, back), count)
            select all, list => Enumerable.Range(0, list.Length).Select(i => (Happening[])[.. list[..i], .. list[(i + 1)..]]));
    }

    private readonly ABusiness business = new();
    private readonly List<PromisedPart> promises = [];
    private LocalDate today = Monday;

    private ReceivablesDesk Desk => new(business.Books, new LegalEntityList(Seller));

    private async Task BilledAsync()
    {
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        await business.BilledAsync("SO-1", "I-1", 100m);
    }

    private async Task<AgingRow> RowAsync(LocalDate day, Instant? knownAt = null)
    {
        var aged = Expect.Success(await Desk.AgeAsync(new() { LegalEntity = Id, AsOf = day, KnownAt = knownAt, Promises = [.. promises] }));
        Assert.Empty(aged.Quarantined);
        return Assert.Single(aged.Report.Rows);
    }

    private void Pass(int days)
    {
        today = today.PlusDays(days);
        business.Clock.Now = today.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() + Duration.FromHours(12);
    }

    private async Task<bool> DisputeAsync(decimal amount, string id = "D-1", LocalDate? on = null) => (await business.Disputes.OpenAsync(new()
    {
        Id = business.Next(), By = Anna,
        Facts = new()
        {
            Dispute = new(id), Reason = DisputeReason.PriceDiffers, On = on ?? today, Parts = [new() { Item = Invoice, Amount = Eur(amount) }],
        },
    })).IsSuccess;

    private ValueTask<Result<DisputeCase>> DecideAsync(decimal valid, string id = "D-1") => business.Disputes.DecideAsync(new()
    {
        Id = business.Next(), By = Anna, Dispute = new(id), On = today, Explanation = "We asked the carrier.",
        Valid = valid > 0 ? [new() { Item = Invoice, Amount = Eur(valid) }] : [],
    });

    private static Money Disputed(AgingRow row) => Money.Sum(row.Disputed, Currency.Eur);

    private static Money Promised(AgingRow row) => Money.Sum(row.Promised, Currency.Eur);

    [Fact]
    public async Task A_dispute_of_today_does_not_show_in_the_report_of_yesterday()
    {
        await BilledAsync();
        Pass(40);
        Assert.True(await DisputeAsync(190));
        var (before, after) = (await RowAsync(today.PlusDays(-1)), await RowAsync(today));
        Assert.Equal((Eur(0), Eur(1_190)), (Disputed(before), before.Total));
        Assert.Equal((Eur(190), Eur(1_190)), (Disputed(after), after.Total));
        Assert.Equal(Eur(1_000), after.Buckets[1]);
        Assert.Equal(Eur(190), after.Disputed[1]);
    }

    [Fact]
    public async Task A_claim_dated_back_shows_on_its_day_but_not_in_what_was_known_then()
    {
        await BilledAsync();
        Pass(40);
        var known = business.Clock.Now;
        Pass(3);
        Assert.True(await DisputeAsync(190, on: today.PlusDays(-5)));
        Assert.Equal(Eur(190), Disputed(await RowAsync(today.PlusDays(-3))));
        Assert.Equal(Eur(0), Disputed(await RowAsync(today.PlusDays(-3), known)));
        Assert.Equal(Eur(0), Disputed(await RowAsync(today.PlusDays(-6))));
    }

    [Fact]
    public async Task What_was_decided_later_was_still_disputed_before()
    {
        await BilledAsync();
        Pass(10);
        Assert.True(await DisputeAsync(190));
        Pass(10);
        Expect.Success(await DecideAsync(0));
        Assert.Equal((Eur(190), Eur(0)), (Disputed(await RowAsync(today.PlusDays(-1))), Disputed(await RowAsync(today))));
    }

    [Fact]
    public async Task A_promise_stands_apart_while_it_stands_after_what_is_disputed()
    {
        await BilledAsync();
        Pass(35);
        Assert.True(await DisputeAsync(1_000));
        var promise = new PromisedPart { Item = Invoice, Amount = Eur(500), On = today, RecordedAt = business.Clock.Now };
        promises.Add(promise);
        Assert.Equal((Eur(1_000), Eur(190), Eur(1_190)), (Disputed(await RowAsync(today)), Promised(await RowAsync(today)), (await RowAsync(today)).Total));
        Assert.Equal(Eur(0), Promised(await RowAsync(today.PlusDays(-1))));
        var known = business.Clock.Now;
        Pass(7);
        promises[0] = promise with { EndedOn = today, EndedRecordedAt = business.Clock.Now };
        Assert.Equal((Eur(0), Eur(190), Eur(190)),
            (Promised(await RowAsync(today)), Promised(await RowAsync(today, known)), Promised(await RowAsync(today.PlusDays(-1)))));
    }

    [Fact]
    public async Task A_statement_says_what_is_disputed_on_its_last_day()
    {
        await BilledAsync();
        Pass(10);
        Assert.True(await DisputeAsync(190));
        var question = new StatementQuestion { LegalEntity = Id, Customer = new("C-7"), From = Monday, To = today };
        var stated = Expect.Success(await Desk.StateAsync(question));
        Assert.Equal(Eur(190), stated.Statement.Sections[0].Items[0].Disputed);
        Assert.Null(Expect.Success(await Desk.StateAsync(question with { To = today.PlusDays(-1) })).Statement.Sections[0].Items[0].Disputed);
        Assert.Empty(Expect.Success(await Desk.StateAsync(question with { Customer = new("C-8") })).Statement.Sections);
    }

    [Fact]
    public async Task Books_of_nobody_are_not_reported()
    {
        Expect.Refused(ProcessErrors.LegalEntityUnknown, await Desk.AgeAsync(new() { LegalEntity = new("XX"), AsOf = Monday }));
        Expect.Refused(ProcessErrors.LegalEntityUnknown, await Desk.StateAsync(new()
        {
            LegalEntity = new("XX"), Customer = new("C-7"), From = Monday, To = Monday,
        }));
        Expect.Refused(ProcessErrors.LegalEntityUnknown, await Desk.AuditAsync(new("XX")));
    }

    [Property(MaxTest = 60, Arbitrary = [typeof(Happenings)])]
    public void Columns_are_the_balance_on_any_day_and_what_was_reported_stays(Happening[] happenings)
    {
        var world = new ReceivablesDeskTests();
        world.BilledAsync().GetAwaiter().GetResult();
        world.LiveAsync(happenings).GetAwaiter().GetResult();
    }

    private async Task LiveAsync(Happening[] happenings)
    {
        var reported = new List<AgingReport>();
        for (var i = 0; i < happenings.Length; i++)
        {
            Pass(1 + happenings[i].Days);
            await HappenAsync(happenings[i], i);
            foreach (var back in (int[])[0, 3, 20])
                reported.Add(await CheckedAsync(today.PlusDays(-back), business.Clock.Now));
            await CheckedAsync(today.PlusDays(-happenings[i].Days), null);
        }
        Pass(1);
        foreach (var report in reported) Assert.Equal(report, await CheckedAsync(report.Date, report.KnownAt));
        var audit = Expect.Success(await Desk.AuditAsync(Id));
        Assert.Empty(audit.Findings);
        Assert.True(audit.Entries > 0 && audit.Items > 0 && audit.Chains > 0);
    }

    private async Task HappenAsync(Happening one, int number)
    {
        var (amount, on, dispute) = (one.Amount, today.PlusDays(-one.Back), $"D-{one.Amount % 3}");
        switch (one.Kind)
        {
            case 0 or 1: await DisputeAsync(amount, dispute, on); break;
            case 2: await DecideAsync(amount % 4 == 0 ? 0 : amount, dispute); break;
            case 3: await business.Disputes.WithdrawAsync(new() { Id = business.Next(), By = Anna, Dispute = new(dispute), On = today, Reason = "found" }); break;
            case 4: promises.Add(new() { Item = Invoice, Amount = Eur(amount), On = on, RecordedAt = business.Clock.Now }); break;
            case 5 when promises.Count > 0:
                promises[0] = promises[0].EndedOn is null ? promises[0] with { EndedOn = today, EndedRecordedAt = business.Clock.Now } : promises[0];
                break;
            default: await business.ImportAsync(Received($"B-{number}", Eur(amount), on, "INV-2025-000001")); break;
        }
    }

    // Each column from the stored states by itself, and all of them the balance.
    private async Task<AgingReport> CheckedAsync(LocalDate day, Instant? knownAt)
    {
        var aged = Expect.Success(await Desk.AgeAsync(new() { LegalEntity = Id, AsOf = day, KnownAt = knownAt, Promises = [.. promises] }));
        Assert.Empty(aged.Quarantined);
        var (items, cases) = (new List<OpenItem>(), new List<DisputeCase>());
        await foreach (var item in business.Books.OpenItemsAsync(new() { IncludeSettled = true })) items.Add(item.State);
        await foreach (var one in business.Books.AllAsync<DisputeCase>(Streams.DisputeKind)) cases.Add(one.State);
        Assert.Equal(Money.Sum(LedgerBalances.ItemsAsOf(items, day, knownAt).Select(b => b.Open), Currency.Eur), aged.Report.Total(Currency.Eur));
        var open = items.FirstOrDefault(i => i.Id == Invoice)?.OpenAsOf(day, knownAt ?? Instant.MaxValue) ?? Eur(0);
        var disputed = Money.Min(open, Money.Sum(cases.SelectMany(c => c.WithheldOn(day, knownAt)).Select(p => p.Amount), Currency.Eur));
        Assert.Equal(disputed, Money.Sum(aged.Report.Rows.SelectMany(r => r.Disputed), Currency.Eur));
        Assert.All(cases.Where(c => c.OpenedOn > day || (knownAt is { } moment && c.Steps[0].At > moment)), c => Assert.Empty(c.WithheldOn(day, knownAt)));
        return aged.Report;
    }
}
