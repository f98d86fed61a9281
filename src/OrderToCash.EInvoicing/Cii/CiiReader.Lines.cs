namespace OrderToCash.EInvoicing;

internal sealed partial class CiiReader
{
    private readonly List<DocumentAllowanceCharge> lineCharges = [];
    private readonly List<ItemClassification> classifications = [];
    private readonly List<ItemAttribute> itemAttributes = [];
    private string? lineCategory, lineAccounting, lineOrder, lineUnit;
    private decimal? lineRate, lineQuantity;
    private DocumentAmount? lineNet;
    private DocumentPeriod? linePeriod;
    private DocumentId? lineObject;
    private DocumentPrice? linePrice;

    private DocumentLine ReadLine()
    {
        lineCharges.Clear();
        (lineCategory, lineAccounting, lineOrder, lineUnit, lineRate, lineQuantity) = (null, null, null, null, null, null);
        (lineNet, linePeriod, lineObject, linePrice) = (null, null, null, null);
        string? id = null, note = null;
        DocumentItem? item = null;
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.AssociatedDocumentLineDocument: ReadLineDocument(ref id, ref note); break;
                case CiiName.SpecifiedTradeProduct when item is null: item = ReadProduct(); break;
                case CiiName.SpecifiedLineTradeAgreement: ReadLineAgreement(); break;
                case CiiName.SpecifiedLineTradeDelivery: ReadLineDelivery(); break;
                case CiiName.SpecifiedLineTradeSettlement: ReadLineSettlement(); break;
                case CiiName.SpecifiedTradeProduct: Again(null); break;
                default: Unknown(); break;
            }
        }
        return new()
        {
            Id = id, Note = note, ObjectId = lineObject, Quantity = lineQuantity, Unit = lineUnit, Net = lineNet,
            OrderLineReference = lineOrder, BuyerAccountingReference = lineAccounting, Period = linePeriod,
            AllowancesCharges = [.. lineCharges], Price = linePrice, TaxCategory = lineCategory, TaxRate = lineRate, Item = item,
        };
    }

    private void ReadLineDocument(ref string? id, ref string? note)
    {
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.LineID: Take(ref id); break;
                case CiiName.IncludedNote: ReadOne(CiiName.Content, ref note, "CII-SR-039"); break;
                default: Unknown(); break;
            }
        }
    }

    private DocumentItem ReadProduct()
    {
        classifications.Clear();
        itemAttributes.Clear();
        string? name = null, description = null, sellerId = null, buyerId = null, origin = null;
        DocumentId? standardId = null;
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.GlobalID: TakeId(ref standardId); break;
                case CiiName.SellerAssignedID: Take(ref sellerId); break;
                case CiiName.BuyerAssignedID: Take(ref buyerId); break;
                case CiiName.Name: Take(ref name); break;
                case CiiName.Description: Take(ref description); break;
                case CiiName.ApplicableProductCharacteristic: itemAttributes.Add(ReadCharacteristic()); break;
                case CiiName.DesignatedProductClassification: ReadClassification(); break;
                case CiiName.OriginTradeCountry: ReadOne(CiiName.ID, ref origin, "CII-SR-090"); break;
                default: Unknown(); break;
            }
        }
        return new()
        {
            Name = name, Description = description, SellerId = sellerId, BuyerId = buyerId, StandardId = standardId,
            Classifications = [.. classifications], OriginCountry = origin, Attributes = [.. itemAttributes],
        };
    }

    private ItemAttribute ReadCharacteristic()
    {
        string? name = null, value = null;
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.Description: Take(ref name, "CII-SR-069"); break;
                case CiiName.Value: Take(ref value, "CII-SR-072"); break;
                default: Unknown(); break;
            }
        }
        return new() { Name = name, Value = value };
    }

    private void ReadClassification()
    {
        while (NextChild())
        {
            if (Name != CiiName.ClassCode)
            {
                Unknown();
                continue;
            }
            var (scheme, version) = (Attribute("listID"u8), Attribute("listVersionID"u8));
            classifications.Add(new() { Code = Code(), Scheme = scheme, Version = version });
        }
    }

    private void ReadLineAgreement()
    {
        DocumentAmount? net = null, gross = null, discount = null;
        decimal? quantity = null, grossQuantity = null;
        string? unit = null, grossUnit = null;
        var hasPrice = false;
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.BuyerOrderReferencedDocument: ReadOne(CiiName.LineID, ref lineOrder); break;
                case CiiName.GrossPriceProductTradePrice:
                    hasPrice = true;
                    ReadPrice(ref gross, ref grossQuantity, ref grossUnit, ref discount, "CII-SR-440");
                    break;
                case CiiName.NetPriceProductTradePrice:
                    hasPrice = true;
                    ReadPrice(ref net, ref quantity, ref unit, ref discount, "CII-SR-441");
                    break;
                default: Unknown(); break;
            }
        }
        if (!hasPrice) return;
        linePrice = new()
        {
            Net = net, Discount = discount, Gross = gross, BaseQuantity = quantity ?? grossQuantity,
            BaseQuantityUnit = unit ?? grossUnit,
        };
    }

    private void ReadPrice(ref DocumentAmount? price, ref decimal? quantity, ref string? unit, ref DocumentAmount? discount, string rule)
    {
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.ChargeAmount: TakeAmount(ref price, rule); break;
                case CiiName.BasisQuantity:
                    unit ??= Attribute("unitCode"u8);
                    TakeNumber(ref quantity);
                    break;
                case CiiName.AppliedTradeAllowanceCharge: ReadPriceDiscount(ref discount); break;
                default: Unknown(); break;
            }
        }
    }

    private void ReadPriceDiscount(ref DocumentAmount? discount)
    {
        bool? isCharge = null;
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.ChargeIndicator: ReadIndicator(ref isCharge); break;
                case CiiName.ActualAmount: TakeAmount(ref discount, "CII-SR-440"); break;
                default: Unknown(); break;
            }
        }
    }

    private void ReadLineDelivery()
    {
        while (NextChild())
        {
            if (Name != CiiName.BilledQuantity)
            {
                Unknown();
                continue;
            }
            lineUnit ??= Attribute("unitCode"u8);
            TakeNumber(ref lineQuantity);
        }
    }

    private void ReadLineSettlement()
    {
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.ApplicableTradeTax: ReadCategory(ref lineCategory, ref lineRate); break;
                case CiiName.BillingSpecifiedPeriod when linePeriod is null: linePeriod = ReadPeriod(); break;
                case CiiName.SpecifiedTradeAllowanceCharge: lineCharges.Add(ReadAllowanceCharge()); break;
                case CiiName.SpecifiedTradeSettlementLineMonetarySummation:
                    while (NextChild())
                    {
                        if (Name == CiiName.LineTotalAmount) TakeAmount(ref lineNet);
                        else Unknown();
                    }
                    break;
                case CiiName.AdditionalReferencedDocument: ReadLineObject(); break;
                case CiiName.ReceivableSpecifiedTradeAccountingAccount: ReadOne(CiiName.ID, ref lineAccounting); break;
                case CiiName.BillingSpecifiedPeriod: Again(null); break;
                default: Unknown(); break;
            }
        }
    }

    private void ReadLineObject()
    {
        string? id = null, type = null, scheme = null;
        while (NextChild())
        {
            switch (Name)
            {
                case CiiName.IssuerAssignedID: Take(ref id); break;
                case CiiName.TypeCode: TakeCode(ref type); break;
                case CiiName.ReferenceTypeCode: TakeCode(ref scheme); break;
                default: Unknown(); break;
            }
        }
        if (lineObject is null) lineObject = new() { Value = id, Scheme = scheme };
        else Find(EInvoiceErrors.Duplicate, ("element", "ram:AdditionalReferencedDocument"));
    }
}
