namespace OrderToCash.Tax;

/// <summary>What facts are called, by people: so, and which part of a question states them.</summary>
internal static class TaxFacts
{
    internal static string So(TaxFact fact) => fact switch
    {
        TaxFact.SellerIsUnregistered => "the seller has no tax registration",
        TaxFact.SellerIsRegisteredAtDestination => "the seller is registered where the supply ends",
        TaxFact.UsesUnionOneStopShop => "the seller is in the Union one-stop shop",
        TaxFact.UsesImportOneStopShop => "the seller is in the import one-stop shop",
        TaxFact.IsLowValueConsignment => "the consignment is worth EUR 150 or less",
        TaxFact.IsDomestic => "both places are under one VAT",
        TaxFact.IsUnderOneLaw => "both places belong to one country",
        TaxFact.IsFromUnion => "the supply begins in the Union",
        TaxFact.IsToUnion => "the supply ends in the Union",
        TaxFact.IsWithinUnion => "the supply goes from one member state to another",
        TaxFact.IsExport => "the supply leaves the VAT area",
        TaxFact.IsTransported => "the goods are transported",
        TaxFact.BuyerIsBusiness => "the buyer is a business",
        TaxFact.BuyerIsConsumer => "the buyer is a consumer",
        TaxFact.BuyerHasUnionId => "the buyer has a VAT id of another member state",
        TaxFact.BuyerHasDestinationId => "the buyer has a VAT id of the country where the supply ends",
        TaxFact.IsTaxedAtDestination => "the distance sales are above the threshold, or the destination was chosen",
        TaxFact.IsTriangular => "the sale is the second of three parties in three member states",
        _ => "the buyer is liable for this product by national law",
    };

    internal static string NotSo(TaxFact fact) => $"it is not so that {So(fact)}";

    internal static string Field(TaxFact fact) => fact switch
    {
        TaxFact.IsLowValueConsignment => "consignmentValue",
        TaxFact.IsTransported => "transport",
        TaxFact.IsTaxedAtDestination => "distanceSales",
        _ => "buyer",
    };

    /// <summary>What a fact's absence is called in a refusal.</summary>
    internal static string Missing(TaxFact fact) => fact switch
    {
        TaxFact.IsLowValueConsignment => "the value of the consignment",
        TaxFact.IsTransported => "whether the goods are transported",
        TaxFact.IsTaxedAtDestination => "the distance sales of this year and last",
        _ => "whether the buyer is a business",
    };
}
