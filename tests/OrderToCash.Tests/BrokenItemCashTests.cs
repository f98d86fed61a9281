using OrderToCash.Banking;
using OrderToCash.Matching;
using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>One stored item breaks its own rules: it is named, and the cash of everybody else is planned and booked.</summary>
public sealed class BrokenItemCashTests
{
    private static readonly PayerDirectory Payers = PayerDirectory.Create([new() { Account = "DE02120300000000202051", Customer = new("C-7") }]);
    private readonly ABusiness business = new();

    public static TheoryData<string, Func<OpenItem, OpenItem>> Damages => new()
    {
        { "a discount in another currency", i => i with { Discounts = [i.Discounts[0] with { Discount = Usd(20) }] } },
        { "a discount of more than the amount", i => i with { Discounts = [i.Discounts[0] with { Discount = i.Amount + Eur(1) }] } },
        { "an application in another currency", i => i with { Applications = [Settled(Usd(20), Monday)] } },
        { "an application before the document", i => i with { Applications = [Settled(Eur(20), Monday.PlusDays(-9))] } },
        { "more settled than there was", i => i with { Applications = [Settled(Eur(2_000), Monday)] } },
        { "the wrong side", i => i with { Amount = -i.Amount, FunctionalAmount = -i.FunctionalAmount, Discounts = [] } },
    };

    internal static Application Settled(Money amount, LocalDate on) => new()
    {
        Id = new("A"), Counterpart = default, Amount = amount, FunctionalAmount = amount, On = on, RecordedAt = Instant.FromUtc(2025, 3, 3, 8, 0),
    };

    // INV-2025-000001 is damaged, as a store may be; INV-2025-000002 is sound.
    private Task DamageAsync(Func<OpenItem, OpenItem> damage, string id = "INV-2025-000001/1") => DamageAsync(business, damage, id);

    internal static async Task DamageAsync(ABusiness business, Func<OpenItem, OpenItem> damage, string id)
    {
        var stored = (await business.Books.LoadAsync<OpenItem>(Streams.OpenItem(new(id))))!;
        var broken = damage(stored.State);
        Assert.NotEmpty(broken.Check());
        var decision = new Decision<OpenItem, OpenItemEvent>
        {
            State = broken,
            Events = [new OpenItemOpened { Item = broken.Id, Entry = new("J"), By = Anna, At = business.Clock.Now, Opened = broken }],
        };
        var change = StreamChange.Of(Streams.OpenItem(broken.Id), stored.Version, decision);
        var hash = ContentHash.OfUtf8("damage"u8);
        Assert.IsType<CommitAnswer.Committed>(await business.Books.CommitAsync(new($"damage-{id}"), hash, [],
            _ => Result.Success(new Commit { Answer = change.Id, Changes = [change] })));
    }

    private async Task BillAsync()
    {
        await business.OpenCustomerAsync();
        await business.BilledAsync("SO-1", "I-1", 100m);
        await business.BilledAsync("SO-2", "I-2", 100m);
    }

    [Theory, MemberData(nameof(Damages))]
    public async Task A_statement_is_planned_and_booked_without_it(string what, Func<OpenItem, OpenItem> damage)
    {
        await BillAsync();
        await DamageAsync(damage);
        var plan = await business.ImportAsync(
            Received("1", Eur(1_190), Monday.PlusDays(20), "INV-2025-000002"), Received("2", Eur(1_190), Monday.PlusDays(20), "INV-2025-000001"),
            Received("3", Eur(75), Monday.PlusDays(20)));
        var finding = Assert.Single(plan.Findings);
        Expect.Found(MatchingErrors.ItemBroken, [finding]);
        Assert.Contains("INV-2025-000001", finding.Message, StringComparison.Ordinal);
        Assert.True((await business.ItemAsync("INV-2025-000002/1")).Open.IsZero, what);
        Assert.Equal([1, 0, 0], plan.Payments.Select(p => p.Allocations.Count));
        // Whoever names it is not taken for another: the money waits on account.
        Assert.Equal(Eur(1_265), (await business.AccountAsync()).UnappliedCredit);
    }

    [Theory, MemberData(nameof(Damages))]
    public async Task Money_on_account_is_reviewed_and_advised_without_it(string what, Func<OpenItem, OpenItem> damage)
    {
        await BillAsync();
        await business.ImportAsync(Received("1", Eur(700), Monday.PlusDays(20), "thank you", "AVIS-17"));
        await DamageAsync(damage);
        var review = Expect.Success(await business.Cash.ReviewAsync(Id, Payers));
        Assert.True(review.Payments.Count == 1 && review.Findings.Count == 1, what);
        var advice = new RemittanceAdvice
        {
            PaymentReference = "AVIS-17", Currency = Currency.Eur, Date = Monday.PlusDays(20),
            Lines = [new RemittanceAdviceLine { DocumentNumber = "INV-2025-000002", Paid = Eur(700) }],
        };
        var plan = Expect.Success(await business.Cash.PlanAdvicesAsync(Id, [advice], Payers));
        Assert.Equal((1, 1), (plan.Findings.Count, plan.Commands(Monday.PlusDays(21), Anna).Count));
        foreach (var command in plan.Commands(Monday.PlusDays(21), Anna)) Expect.Success(await business.Cash.ApplyAsync(command));
        Assert.Equal(Eur(490), (await business.ItemAsync("INV-2025-000002/1")).Open);
    }

    [Theory, MemberData(nameof(Damages))]
    public async Task Who_applies_to_it_all_the_same_is_refused_by_name(string what, Func<OpenItem, OpenItem> damage)
    {
        await BillAsync();
        var plan = await business.ImportAsync(Received("1", Eur(700), Monday.PlusDays(20), "thank you"));
        await DamageAsync(damage);
        var refused = Expect.Refused(ProcessErrors.Corrupt, await business.Cash.ApplyAsync(new()
        {
            Id = business.Next(), By = Anna, Payment = plan.Payments[0].Payment, On = Monday.PlusDays(21),
            Allocations = [new() { Item = new("INV-2025-000001/1"), Cash = Eur(700), Discount = Eur(0), WriteOff = Eur(0) }],
        }));
        Assert.True(refused.Message.Contains("INV-2025-000001/1", StringComparison.Ordinal), what);
    }

    [Fact]
    public async Task A_broken_payment_waits_and_is_named()
    {
        await BillAsync();
        var booked = await business.ImportAsync(Received("1", Eur(700), Monday.PlusDays(20), "thank you"), Received("2", Eur(800), Monday.PlusDays(20), "thanks"));
        await DamageAsync(p => p with { Applications = [Settled(Usd(-20), Monday.PlusDays(20))] }, booked.Payments[0].Payment.Value);
        var review = Expect.Success(await business.Cash.ReviewAsync(Id, Payers));
        Assert.Equal([booked.Payments[1].Payment], review.Payments.Select(p => p.Payment));
        Assert.Single(review.Findings);
        Assert.Empty((await business.PlanAsync(Received("3", Eur(-5), Monday.PlusDays(22)) with { IsReversal = true })).Payments[0].Allocations);
    }
}
