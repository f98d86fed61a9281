namespace OrderToCash.EInvoicing;

internal sealed partial class CiiWriter
{
    public override void Line(ref Utf8Output output, DocumentLine line)
    {
        output.Raw("<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument>"u8);
        output.Element("<ram:LineID>"u8, line.Id, "</ram:LineID>"u8);
        output.Element("<ram:IncludedNote><ram:Content>"u8, line.Note, "</ram:Content></ram:IncludedNote>"u8);
        output.Raw("</ram:AssociatedDocumentLineDocument>"u8);
        if (line.Item is { } item) Product(ref output, item);
        output.Raw("<ram:SpecifiedLineTradeAgreement>"u8);
        output.Element("<ram:BuyerOrderReferencedDocument><ram:LineID>"u8, line.OrderLineReference,
            "</ram:LineID></ram:BuyerOrderReferencedDocument>"u8);
        if (line.Price is { } price) Prices(ref output, price);
        output.Raw("</ram:SpecifiedLineTradeAgreement><ram:SpecifiedLineTradeDelivery>"u8);
        Quantity(ref output, "<ram:BilledQuantity"u8, line.Quantity, line.Unit, "</ram:BilledQuantity>"u8);
        output.Raw("</ram:SpecifiedLineTradeDelivery>"u8);
        LineSettlement(ref output, line);
        output.Raw("</ram:IncludedSupplyChainTradeLineItem>"u8);
    }

    private static void Product(ref Utf8Output output, DocumentItem item)
    {
        output.Raw("<ram:SpecifiedTradeProduct>"u8);
        Id(ref output, "<ram:GlobalID"u8, item.StandardId, "</ram:GlobalID>"u8);
        output.Element("<ram:SellerAssignedID>"u8, item.SellerId, "</ram:SellerAssignedID>"u8);
        output.Element("<ram:BuyerAssignedID>"u8, item.BuyerId, "</ram:BuyerAssignedID>"u8);
        output.Element("<ram:Name>"u8, item.Name, "</ram:Name>"u8);
        output.Element("<ram:Description>"u8, item.Description, "</ram:Description>"u8);
        foreach (var attribute in item.Attributes.AsSpan())
        {
            output.Raw("<ram:ApplicableProductCharacteristic>"u8);
            output.Element("<ram:Description>"u8, attribute.Name, "</ram:Description>"u8);
            output.Element("<ram:Value>"u8, attribute.Value, "</ram:Value>"u8);
            output.Raw("</ram:ApplicableProductCharacteristic>"u8);
        }
        foreach (var classification in item.Classifications.AsSpan())
        {
            output.Raw("<ram:DesignatedProductClassification><ram:ClassCode"u8);
            Attribute(ref output, " listID=\""u8, classification.Scheme);
            Attribute(ref output, " listVersionID=\""u8, classification.Version);
            output.Raw(">"u8);
            output.Text(classification.Code ?? "");
            output.Raw("</ram:ClassCode></ram:DesignatedProductClassification>"u8);
        }
        output.Element("<ram:OriginTradeCountry><ram:ID>"u8, item.OriginCountry, "</ram:ID></ram:OriginTradeCountry>"u8);
        output.Raw("</ram:SpecifiedTradeProduct>"u8);
    }

    private void Prices(ref Utf8Output output, DocumentPrice price)
    {
        if ((price.Gross ?? GrossOf(price)) is { } gross)
        {
            output.Raw("<ram:GrossPriceProductTradePrice>"u8);
            Amount(ref output, "<ram:ChargeAmount"u8, gross, "</ram:ChargeAmount>"u8);
            Quantity(ref output, "<ram:BasisQuantity"u8, price.BaseQuantity, price.BaseQuantityUnit, "</ram:BasisQuantity>"u8);
            Amount(ref output,
                "<ram:AppliedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>false</udt:Indicator>"u8
                    + "</ram:ChargeIndicator><ram:ActualAmount"u8,
                price.Discount, "</ram:ActualAmount></ram:AppliedTradeAllowanceCharge>"u8);
            output.Raw("</ram:GrossPriceProductTradePrice>"u8);
        }
        output.Raw("<ram:NetPriceProductTradePrice>"u8);
        Amount(ref output, "<ram:ChargeAmount"u8, price.Net, "</ram:ChargeAmount>"u8);
        Quantity(ref output, "<ram:BasisQuantity"u8, price.BaseQuantity, price.BaseQuantityUnit, "</ram:BasisQuantity>"u8);
        output.Raw("</ram:NetPriceProductTradePrice>"u8);
    }

    // A discount stands in the gross price.
    private static DocumentAmount? GrossOf(DocumentPrice price) =>
        price is { Discount: { } discount, Net: { } net } ? discount with { Value = net.Value + discount.Value } : null;

    private void LineSettlement(ref Utf8Output output, DocumentLine line)
    {
        output.Raw("<ram:SpecifiedLineTradeSettlement>"u8);
        if (line.TaxCategory is not null || line.TaxRate is not null)
        {
            output.Raw("<ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode>"u8);
            output.Element("<ram:CategoryCode>"u8, line.TaxCategory, "</ram:CategoryCode>"u8);
            output.Number("<ram:RateApplicablePercent>"u8, line.TaxRate, "</ram:RateApplicablePercent>"u8);
            output.Raw("</ram:ApplicableTradeTax>"u8);
        }
        if (line.Period is { } period) Period(ref output, period);
        foreach (var charge in line.AllowancesCharges.AsSpan()) AllowanceCharge(ref output, charge, isDocument: false);
        output.Raw("<ram:SpecifiedTradeSettlementLineMonetarySummation>"u8);
        Amount(ref output, "<ram:LineTotalAmount"u8, line.Net, "</ram:LineTotalAmount>"u8);
        output.Raw("</ram:SpecifiedTradeSettlementLineMonetarySummation>"u8);
        if (line.ObjectId is { } invoiced) InvoicedObject(ref output, invoiced);
        output.Element("<ram:ReceivableSpecifiedTradeAccountingAccount><ram:ID>"u8, line.BuyerAccountingReference,
            "</ram:ID></ram:ReceivableSpecifiedTradeAccountingAccount>"u8);
        output.Raw("</ram:SpecifiedLineTradeSettlement>"u8);
    }

    private static void Period(ref Utf8Output output, DocumentPeriod period)
    {
        output.Raw("<ram:BillingSpecifiedPeriod>"u8);
        Date(ref output, "<ram:StartDateTime><udt:DateTimeString format=\"102\">"u8, period.Start,
            "</udt:DateTimeString></ram:StartDateTime>"u8);
        Date(ref output, "<ram:EndDateTime><udt:DateTimeString format=\"102\">"u8, period.End,
            "</udt:DateTimeString></ram:EndDateTime>"u8);
        output.Raw("</ram:BillingSpecifiedPeriod>"u8);
    }

    private void AllowanceCharge(ref Utf8Output output, DocumentAllowanceCharge charge, bool isDocument)
    {
        output.Raw("<ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator>"u8);
        output.Raw(charge.IsCharge == true ? "<udt:Indicator>true</udt:Indicator>"u8 : "<udt:Indicator>false</udt:Indicator>"u8);
        output.Raw("</ram:ChargeIndicator>"u8);
        output.Number("<ram:CalculationPercent>"u8, charge.Percent, "</ram:CalculationPercent>"u8);
        Amount(ref output, "<ram:BasisAmount"u8, charge.BaseAmount, "</ram:BasisAmount>"u8);
        Amount(ref output, "<ram:ActualAmount"u8, charge.Amount, "</ram:ActualAmount>"u8);
        output.Element("<ram:ReasonCode>"u8, charge.ReasonCode, "</ram:ReasonCode>"u8);
        output.Element("<ram:Reason>"u8, charge.Reason, "</ram:Reason>"u8);
        if (isDocument && (charge.TaxCategory is not null || charge.TaxRate is not null))
        {
            output.Raw("<ram:CategoryTradeTax><ram:TypeCode>VAT</ram:TypeCode>"u8);
            output.Element("<ram:CategoryCode>"u8, charge.TaxCategory, "</ram:CategoryCode>"u8);
            output.Number("<ram:RateApplicablePercent>"u8, charge.TaxRate, "</ram:RateApplicablePercent>"u8);
            output.Raw("</ram:CategoryTradeTax>"u8);
        }
        output.Raw("</ram:SpecifiedTradeAllowanceCharge>"u8);
    }
}
