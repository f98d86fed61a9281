using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>The totals of a document, as EN 16931 names them (BG-22).</summary>
public sealed record InvoiceTotals
{
    /// <summary>The sum of the line nets (BT-106).</summary>
    public required Money LineNet { get; init; }

    /// <summary>The sum of the document's allowances (BT-107), not below zero.</summary>
    public Money Allowances { get => OrNothing(field); init => field = value.IsZero ? default : value; }

    /// <summary>The sum of the document's charges (BT-108), not below zero.</summary>
    public Money Charges { get => OrNothing(field); init => field = value.IsZero ? default : value; }

    /// <summary>The sum of the tax (BT-110).</summary>
    public required Money Tax { get; init; }

    /// <summary>What was paid before without a tax invoice (BT-113).</summary>
    public Money Prepaid { get => OrNothing(field); init => field = value.IsZero ? default : value; }

    /// <summary>What is added so that the amount can be paid (BT-114); of either sign.</summary>
    public Money RoundingAmount { get => OrNothing(field); init => field = value.IsZero ? default : value; }

    /// <summary>The total without tax (BT-109).</summary>
    [JsonIgnore]
    public Money Net => LineNet - Allowances + Charges;

    /// <summary>The total with tax (BT-112).</summary>
    [JsonIgnore]
    public Money Gross => Net + Tax;

    /// <summary>What is to be paid (BT-115): gross less prepaid plus rounding.</summary>
    [JsonIgnore]
    public Money Payable => Gross - Prepaid + RoundingAmount;

    internal static InvoiceTotals Of(DraftInvoice draft, TaxBreakdown breakdown) => Of(draft, breakdown.Net, breakdown.Tax);

    internal static InvoiceTotals Of(DraftInvoice draft, EquatableArray<TaxShare> shares)
    {
        var (net, tax) = Sums(shares, draft.Currency);
        return Of(draft, net, tax);
    }

    /// <summary>The totals whose net and tax are the shares, given what stands beside the lines.</summary>
    internal static InvoiceTotals Of(EquatableArray<TaxShare> shares, Currency currency, Money allowances = default,
        Money charges = default, Money prepaid = default, Money rounding = default)
    {
        var (net, tax) = Sums(shares, currency);
        var lineNet = net;
        if (!allowances.IsZero) lineNet += allowances;
        if (!charges.IsZero) lineNet -= charges;
        return new()
        {
            LineNet = lineNet, Tax = tax, Allowances = allowances, Charges = charges, Prepaid = prepaid,
            RoundingAmount = rounding,
        };
    }

    private static InvoiceTotals Of(DraftInvoice draft, Money net, Money tax)
    {
        var allowances = AllowanceCharge.Sum(draft.AllowancesCharges, draft.Currency, charges: false);
        var charges = AllowanceCharge.Sum(draft.AllowancesCharges, draft.Currency, charges: true);
        var prepaid = draft.Prepaid ?? Money.Zero(draft.Currency);
        return new()
        {
            LineNet = net + allowances - charges,
            Tax = tax,
            Allowances = allowances,
            Charges = charges,
            Prepaid = prepaid,
            RoundingAmount = draft.RoundingOf(net + tax - prepaid),
        };
    }

    private static (Money Net, Money Tax) Sums(EquatableArray<TaxShare> shares, Currency currency)
    {
        var (net, tax) = (Money.Zero(currency), Money.Zero(currency));
        foreach (var share in shares) (net, tax) = (net + share.Base, tax + share.Tax);
        return (net, tax);
    }

    // Stored totals of before have none of these: nothing, in the document's currency.
    private Money OrNothing(Money stored) => stored.IsZero ? Money.Zero(LineNet.Currency) : stored;
}
