namespace OrderToCash.EInvoicing;

internal sealed partial class UblWriter
{
    public override void Line(ref Utf8Output output, DocumentLine line)
    {
        output.Raw(isCreditNote ? "<cac:CreditNoteLine>"u8 : "<cac:InvoiceLine>"u8);
        output.Element("<cbc:ID>"u8, line.Id, "</cbc:ID>"u8);
        output.Element("<cbc:Note>"u8, line.Note, "</cbc:Note>"u8);
        if (isCreditNote) Quantity(ref output, "<cbc:CreditedQuantity"u8, line.Quantity, line.Unit, "</cbc:CreditedQuantity>"u8);
        else Quantity(ref output, "<cbc:InvoicedQuantity"u8, line.Quantity, line.Unit, "</cbc:InvoicedQuantity>"u8);
        Amount(ref output, "<cbc:LineExtensionAmount currencyID=\""u8, line.Net, "</cbc:LineExtensionAmount>"u8);
        output.Element("<cbc:AccountingCost>"u8, line.BuyerAccountingReference, "</cbc:AccountingCost>"u8);
        Period(ref output, line.Period, null);
        output.Element("<cac:OrderLineReference><cbc:LineID>"u8, line.OrderLineReference,
            "</cbc:LineID></cac:OrderLineReference>"u8);
        Id(ref output, "<cac:DocumentReference><cbc:ID"u8, line.ObjectId,
            "</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:DocumentReference>"u8);
        foreach (var charge in line.AllowancesCharges.AsSpan()) AllowanceCharge(ref output, charge, isDocument: false);
        Item(ref output, line);
        if (line.Price is { } price) Price(ref output, price);
        output.Raw(isCreditNote ? "</cac:CreditNoteLine>"u8 : "</cac:InvoiceLine>"u8);
    }

    private static void Item(ref Utf8Output output, DocumentLine line)
    {
        output.Raw("<cac:Item>"u8);
        if (line.Item is { } item)
        {
            output.Element("<cbc:Description>"u8, item.Description, "</cbc:Description>"u8);
            output.Element("<cbc:Name>"u8, item.Name, "</cbc:Name>"u8);
            output.Element("<cac:BuyersItemIdentification><cbc:ID>"u8, item.BuyerId,
                "</cbc:ID></cac:BuyersItemIdentification>"u8);
            output.Element("<cac:SellersItemIdentification><cbc:ID>"u8, item.SellerId,
                "</cbc:ID></cac:SellersItemIdentification>"u8);
            Id(ref output, "<cac:StandardItemIdentification><cbc:ID"u8, item.StandardId,
                "</cbc:ID></cac:StandardItemIdentification>"u8);
            output.Element("<cac:OriginCountry><cbc:IdentificationCode>"u8, item.OriginCountry,
                "</cbc:IdentificationCode></cac:OriginCountry>"u8);
            foreach (var classification in item.Classifications.AsSpan()) Classification(ref output, classification);
        }
        if (line.TaxCategory is not null || line.TaxRate is not null)
        {
            output.Raw("<cac:ClassifiedTaxCategory>"u8);
            output.Element("<cbc:ID>"u8, line.TaxCategory, "</cbc:ID>"u8);
            output.Number("<cbc:Percent>"u8, line.TaxRate, "</cbc:Percent>"u8);
            Scheme(ref output, line.TaxScheme);
            output.Raw("</cac:ClassifiedTaxCategory>"u8);
        }
        foreach (var attribute in (line.Item?.Attributes ?? []).AsSpan())
        {
            output.Raw("<cac:AdditionalItemProperty>"u8);
            output.Element("<cbc:Name>"u8, attribute.Name, "</cbc:Name>"u8);
            output.Element("<cbc:Value>"u8, attribute.Value, "</cbc:Value>"u8);
            output.Raw("</cac:AdditionalItemProperty>"u8);
        }
        output.Raw("</cac:Item>"u8);
    }

    private static void Classification(ref Utf8Output output, ItemClassification classification)
    {
        output.Raw("<cac:CommodityClassification><cbc:ItemClassificationCode"u8);
        Attribute(ref output, " listID=\""u8, classification.Scheme);
        Attribute(ref output, " listVersionID=\""u8, classification.Version);
        output.Raw(">"u8);
        output.Text(classification.Code ?? "");
        output.Raw("</cbc:ItemClassificationCode></cac:CommodityClassification>"u8);
    }

    private void Price(ref Utf8Output output, DocumentPrice price)
    {
        output.Raw("<cac:Price>"u8);
        Amount(ref output, "<cbc:PriceAmount currencyID=\""u8, price.Net, "</cbc:PriceAmount>"u8);
        Quantity(ref output, "<cbc:BaseQuantity"u8, price.BaseQuantity, price.BaseQuantityUnit, "</cbc:BaseQuantity>"u8);
        var (gross, discount) = (price.Gross, price.Discount ?? DiscountOf(price));
        if (gross is not null || discount is not null)
        {
            output.Raw("<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>"u8);
            Amount(ref output, "<cbc:Amount currencyID=\""u8, discount, "</cbc:Amount>"u8);
            Amount(ref output, "<cbc:BaseAmount currencyID=\""u8, gross, "</cbc:BaseAmount>"u8);
            output.Raw("</cac:AllowanceCharge>"u8);
        }
        output.Raw("</cac:Price>"u8);
    }

    // The schema demands the discount beside the gross price.
    private static DocumentAmount? DiscountOf(DocumentPrice price) =>
        price is { Gross: { } gross, Net: { } net } ? gross with { Value = gross.Value - net.Value } : null;
}
