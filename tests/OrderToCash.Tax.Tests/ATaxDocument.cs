namespace OrderToCash.Tax.Tests;

/// <summary>Documents that read like what they are: <c>ATaxDocument.In("EUR").With(100m, vat)</c>.</summary>
internal static class ATaxDocument
{
    internal static TaxDocument In(string currency) => new() { Currency = Currency.Of(currency), Lines = [] };

    internal static TaxDocument With(this TaxDocument document, decimal price, params EquatableArray<TaxDefinition> taxes) =>
        document.With(1, price, taxes);

    internal static TaxDocument With(this TaxDocument document, decimal quantity, decimal price, EquatableArray<TaxDefinition> taxes) => document with
    {
        Lines = document.Lines.Add(new()
        {
            Price = UnitPrice.Of(price, document.Currency), Quantity = Quantity.Pieces(quantity), Taxes = taxes,
        }),
    };

    internal static TaxedDocument Computed(this TaxDocument document) => Expect.Success(TaxDocuments.Compute(document));
}
