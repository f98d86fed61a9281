using OrderToCash.Invoicing;

namespace OrderToCash;

/// <summary>Policies of the check before posting.</summary>
public static class PostingChecks
{
    /// <summary>
    /// Everything against order, delivery, price and earlier invoices is a warning; nothing is kept from posting.
    /// </summary>
    public static PostingCheckPolicy WarnOnly { get; } = new()
    {
        DuplicateDays = 365,
        Severities = new[]
        {
            PostingCheckErrors.OrderLineUnknown, PostingCheckErrors.UnitDiffers, PostingCheckErrors.QuantityAboveOrdered,
            PostingCheckErrors.QuantityAboveDelivered, PostingCheckErrors.PriceDiffers, PostingCheckErrors.BuyerTaxIdMissing,
            PostingCheckErrors.PurchaseOrderMissing, PostingCheckErrors.SameOrderAndAmount, PostingCheckErrors.SameItems,
            PostingCheckErrors.ShipmentBilled, PostingCheckErrors.SameContent, PostingCheckErrors.TermsDiffer,
            PostingCheckErrors.CurrencyDiffers,
        }.Select(code => CodeSeverity.Of(code, PostingSeverity.Warn)).ToEquatableArray(),
    };
}
