using System.Globalization;
using OrderToCash.Tax;

namespace OrderToCash.Invoicing;

/// <summary>Makes document lines.</summary>
internal static class LineMapping
{
    internal static DocumentLine Of(InvoiceLine line, int index, AmountMapping amounts)
    {
        var before = line.BeforeAllowances();
        var (quantity, price) = Stated(line.Quantity, line.NetPrice, before);
        var parts = AllowanceChargeMapping.Of(line.AllowancesCharges, amounts);
        return new DocumentLine
        {
            Id = (index + 1).ToString(CultureInfo.InvariantCulture),
            Note = Texts.Filled(line.Note),
            ObjectId = line.InvoicedObject,
            Quantity = quantity.Value,
            Unit = quantity.Unit.Value,
            Net = amounts.Of(line.Net),
            OrderLineReference = Texts.Filled(line.PurchaseOrderLine),
            BuyerAccountingReference = Texts.Filled(line.BuyerAccounting),
            Period = line.Period,
            AllowancesCharges = line.Discount is { IsZero: false } discount ? [Discount(discount, amounts), .. parts] : parts,
            Price = WithGross(PriceOf(price, quantity.Unit), price, line.GrossPrice),
            Item = ItemOf(line.Item, line.Description, line.Product),
        }.Taxed(line.Tax);
    }

    internal static DocumentLine Of(CreditNoteLine line, int index, AmountMapping amounts)
    {
        var (quantity, price) = Stated(line.StatedQuantity, line.NetPrice, line.Net);
        return new DocumentLine
        {
            Id = (index + 1).ToString(CultureInfo.InvariantCulture),
            Quantity = quantity.Value,
            Unit = quantity.Unit.IsNone ? UnitCode.Piece.Value : quantity.Unit.Value,
            Net = amounts.Of(line.Net),
            Period = line.Period,
            Price = PriceOf(price, quantity.Unit.IsNone ? UnitCode.Piece : quantity.Unit),
            Item = ItemOf(line.Item, line.Description, line.Product),
        }.Taxed(line.Tax);
    }

    /// <summary>BR-16 wants a line: a credit note over charges or rounding alone gets one over nothing.</summary>
    internal static DocumentLine Carrier(string name, Currency currency, TaxTreatment tax, AmountMapping amounts) =>
        new DocumentLine
        {
            Id = "1",
            Quantity = 1,
            Unit = UnitCode.Piece.Value,
            Net = amounts.Of(Money.Zero(currency)),
            Price = PriceOf(UnitPrice.Of(0, currency), UnitCode.Piece),
            Item = new() { Name = name },
        }.Taxed(tax);

    private static DocumentLine Taxed(this DocumentLine line, TaxTreatment tax) => line with
    {
        TaxCategory = tax.Category.Value,
        TaxRate = tax.Category == TaxCategory.OutOfScope ? null : tax.Rate.Value,
    };

    // BR-27: a price is not below zero, a quantity may be. Peppol takes a net that is off by 0.02 at most (R120): in currencies
    // without cents rounding alone is off by more, so that the whole amount stands for the whole quantity.
    private static (Quantity Quantity, UnitPrice Price) Stated(Quantity quantity, UnitPrice price, Money before)
    {
        if (before.Currency.Digits < 2 && Math.Abs(price.Amount * quantity.Value / price.Per - before.Amount) > 0.02m)
            price = InvoiceLine.PriceOf(quantity, before);
        return price.Amount >= 0
            ? (quantity, price)
            : (Quantity.Of(-quantity.Value, quantity.Unit), UnitPrice.Of(-price.Amount, price.Currency, price.Per));
    }

    private static DocumentPrice PriceOf(UnitPrice price, UnitCode unit) => new()
    {
        Net = AmountMapping.Price(price.Amount, price.Currency),
        BaseQuantity = price.Per == 1 ? null : price.Per,
        BaseQuantityUnit = price.Per == 1 ? null : unit.Value,
    };

    // A price that was replaced by the whole amount has nothing to do with the gross price any more.
    private static DocumentPrice WithGross(DocumentPrice stated, UnitPrice price, UnitPrice? gross) =>
        gross is { } before && before.Per == price.Per && before.Amount >= price.Amount
            ? stated with
            {
                Gross = AmountMapping.Price(before.Amount, before.Currency),
                Discount = AmountMapping.Price(before.Amount - price.Amount, before.Currency),
            }
            : stated;

    // A discount below zero is a charge.
    private static DocumentAllowanceCharge Discount(Money discount, AmountMapping amounts) => discount.IsNegative
        ? new() { IsCharge = true, Amount = amounts.Of(-discount), Reason = "Surcharge" }
        : new() { IsCharge = false, Amount = amounts.Of(discount), Reason = "Discount", ReasonCode = "95" };

    private static DocumentItem ItemOf(InvoicedItem? item, string description, ProductId product) => new()
    {
        Name = description,
        Description = Texts.Filled(item?.Details),
        SellerId = Texts.Filled(item?.SellerId) ?? Texts.Filled(product.Value),
        BuyerId = Texts.Filled(item?.BuyerId),
        StandardId = item?.StandardId,
        Classifications = item?.Classifications ?? default,
        OriginCountry = Texts.Filled(item?.Origin.Value),
        Attributes = item?.Attributes ?? default,
    };
}
