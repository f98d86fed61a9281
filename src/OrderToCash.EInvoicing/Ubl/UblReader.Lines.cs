namespace OrderToCash.EInvoicing;

internal sealed partial class UblReader
{
    private readonly List<DocumentAllowanceCharge> lineCharges = [];
    private readonly List<ItemClassification> classifications = [];
    private readonly List<ItemAttribute> itemAttributes = [];
    private string? lineCategory, lineScheme;
    private decimal? lineRate;
    private int lineCategories;

    private DocumentLine ReadLine()
    {
        lineCharges.Clear();
        (lineCategory, lineRate, lineScheme, lineCategories) = (null, null, null, 0);
        string? id = null, note = null, accounting = null, orderLine = null, unit = null;
        DocumentId? objectId = null;
        decimal? quantity = null;
        DocumentAmount? net = null;
        DocumentPeriod? linePeriod = null;
        DocumentItem? item = null;
        DocumentPrice? price = null;
        var references = 0;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.ID: Take(ref id); break;
                case UblName.Note: Take(ref note, "UBL-SR-34"); break;
                case UblName.InvoicedQuantity when !isCreditNote: TakeQuantity(ref quantity, ref unit); break;
                case UblName.CreditedQuantity when isCreditNote: TakeQuantity(ref quantity, ref unit); break;
                case UblName.LineExtensionAmount: TakeAmount(ref net); break;
                case UblName.AccountingCost: Take(ref accounting); break;
                case UblName.InvoicePeriod when linePeriod is null: linePeriod = ReadLinePeriod(); break;
                case UblName.InvoicePeriod: Again("UBL-SR-36"); break;
                case UblName.OrderLineReference: ReadOrderLine(ref orderLine); break;
                case UblName.DocumentReference when ++references > 1: Again("UBL-SR-52"); break;
                case UblName.DocumentReference: ReadLineObject(ref objectId); break;
                case UblName.AllowanceCharge: lineCharges.Add(ReadAllowanceCharge()); break;
                case UblName.Item when item is null: item = ReadItem(); break;
                case UblName.Price when price is null: price = ReadPrice(); break;
                case UblName.Item or UblName.Price: Again(null); break;
                default: Unknown(); break;
            }
        }
        if (lineCategories != 1) Rule("UBL-SR-48", "a line has exactly one tax category");
        return new()
        {
            Id = id, Note = note, ObjectId = objectId, Quantity = quantity, Unit = unit, Net = net,
            OrderLineReference = orderLine,
            BuyerAccountingReference = accounting, Period = linePeriod, AllowancesCharges = [.. lineCharges], Price = price,
            TaxCategory = lineCategory, TaxRate = lineRate, TaxScheme = lineScheme, Item = item,
        };
    }

    private void TakeQuantity(ref decimal? quantity, ref string? unit)
    {
        unit ??= Attribute("unitCode"u8);
        TakeNumber(ref quantity);
    }

    private DocumentPeriod ReadLinePeriod()
    {
        var (start, stop) = ((LocalDate?)null, (LocalDate?)null);
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.StartDate: TakeDate(ref start); break;
                case UblName.EndDate: TakeDate(ref stop); break;
                default: Unknown(); break;
            }
        }
        return new() { Start = start, End = stop };
    }

    private void ReadOrderLine(ref string? orderLine)
    {
        while (NextChild())
        {
            if (Name == UblName.LineID) Take(ref orderLine, "UBL-SR-35");
            else Unknown();
        }
    }

    private void ReadLineObject(ref DocumentId? objectId)
    {
        string? typeCode = null;
        DocumentId? id = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.ID: TakeId(ref id); break;
                case UblName.DocumentTypeCode: TakeCode(ref typeCode); break;
                default: Unknown(); break;
            }
        }
        // A scheme belongs to references of type 130 only.
        objectId = typeCode?.Trim() == "130" || id is null ? id : id with { Scheme = null };
        if (id?.Scheme != objectId?.Scheme) Notice(EInvoiceErrors.NotInModel, ("element", "schemeID"));
    }

    private DocumentItem ReadItem()
    {
        classifications.Clear();
        itemAttributes.Clear();
        string? name = null, description = null, sellerId = null, buyerId = null, origin = null;
        DocumentId? standardId = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.Description: Take(ref description, "UBL-SR-50"); break;
                case UblName.Name: Take(ref name); break;
                case UblName.BuyersItemIdentification: ReadReference(ref buyerId, null); break;
                case UblName.SellersItemIdentification: ReadReference(ref sellerId, null); break;
                case UblName.StandardItemIdentification:
                    while (NextChild())
                    {
                        if (Name == UblName.ID) TakeId(ref standardId);
                        else Unknown();
                    }
                    break;
                case UblName.OriginCountry: ReadCountry(ref origin); break;
                case UblName.CommodityClassification: ReadClassification(); break;
                case UblName.ClassifiedTaxCategory:
                    lineCategories++;
                    ReadTaxCategory(ref lineCategory, ref lineRate, ref lineScheme);
                    break;
                case UblName.AdditionalItemProperty: itemAttributes.Add(ReadItemProperty()); break;
                default: Unknown(); break;
            }
        }
        return new()
        {
            Name = name, Description = description, SellerId = sellerId, BuyerId = buyerId, StandardId = standardId,
            Classifications = [.. classifications], OriginCountry = origin, Attributes = [.. itemAttributes],
        };
    }

    private void ReadClassification()
    {
        while (NextChild())
        {
            if (Name != UblName.ItemClassificationCode)
            {
                Unknown();
                continue;
            }
            var (scheme, version) = (Attribute("listID"u8), Attribute("listVersionID"u8));
            classifications.Add(new() { Code = Code(), Scheme = scheme, Version = version });
        }
    }

    private ItemAttribute ReadItemProperty()
    {
        string? name = null, value = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.Name: Take(ref name); break;
                case UblName.Value: Take(ref value); break;
                default: Unknown(); break;
            }
        }
        return new() { Name = name, Value = value };
    }

    private DocumentPrice ReadPrice()
    {
        DocumentAmount? net = null, discount = null, gross = null;
        decimal? quantity = null;
        string? unit = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.PriceAmount: TakeAmount(ref net, isPrice: true); break;
                case UblName.BaseQuantity: TakeQuantity(ref quantity, ref unit); break;
                case UblName.AllowanceCharge: ReadPriceDiscount(ref discount, ref gross); break;
                default: Unknown(); break;
            }
        }
        return new() { Net = net, Discount = discount, Gross = gross, BaseQuantity = quantity, BaseQuantityUnit = unit };
    }

    private void ReadPriceDiscount(ref DocumentAmount? discount, ref DocumentAmount? gross)
    {
        bool? isCharge = null;
        while (NextChild())
        {
            switch (Name)
            {
                case UblName.ChargeIndicator: TakeIndicator(ref isCharge); break;
                case UblName.Amount: TakeAmount(ref discount, isPrice: true, "UBL-SR-37"); break;
                case UblName.BaseAmount: TakeAmount(ref gross, isPrice: true); break;
                default: Unknown(); break;
            }
        }
    }
}
