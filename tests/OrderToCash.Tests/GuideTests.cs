using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>What the README of the package shows, with its figures.</summary>
public sealed class GuideTests
{
    [Fact]
    public async Task Ten_lanterns_are_ordered_shipped_billed_and_paid()
    {
        var business = new ABusiness();
        await business.OpenCustomerAsync(terms: PaymentTerms.Days(30));
        var billed = await business.BilledAsync("SO-1", "I-1", 3.50m);
        Assert.Equal(Eur(41.65m), billed.Invoice.Totals.Payable);
        await business.ImportAsync(Received("2025-03-28/1", Eur(41.65m), Monday.PlusDays(25), billed.Invoice.PaymentReference) with { CounterpartyAccount = "" });
        Assert.Equal(Eur(0), (await business.ItemAsync("INV-2025-000001/1")).Open);
    }
}
