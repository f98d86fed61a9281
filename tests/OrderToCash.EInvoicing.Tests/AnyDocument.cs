using FsCheck;
using FsCheck.Fluent;

namespace OrderToCash.EInvoicing.Tests;

/// <summary>Random documents with any of the terms of EN 16931; what both syntaxes demand is always there.</summary>
public static class AnyDocument
{
    /// <summary>The generator for properties; it shrinks towards a small document.</summary>
    public static Arbitrary<InvoiceDocument> Document() => Arb.From(Any, Shrink);

    private static Gen<string> Text { get; } =
        from length in Gen.Choose(0, 12)
        from pieces in Gen.Elements(
            "a", "Z", "0", " ", "é", "ß", "€", "😀", "&", "<", ">", "\"", "'", "]]>", "\n", "\t", "\r", "#", "Ltd.", "\u00a0").ListOf(length)
        select string.Concat(pieces);

    private static Gen<string?> Words { get; } = Gen.Frequency((2, Text.Select(t => (string?)t)), (1, Gen.Constant<string?>(null)));

    private static Gen<string> Code { get; } = Gen.Elements("S", "AE", "380", "0088", "C62", "EUR", "VATEX-EU-O", "");

    private static Gen<string?> Codes { get; } = Gen.Frequency((2, Code.Select(t => (string?)t)), (1, Gen.Constant<string?>(null)));

    private static Gen<decimal> Number { get; } = Gen.Frequency(
        (4, from value in Gen.Choose(-1_000_000, 1_000_000) from scale in Gen.Choose(0, 2) select Scaled(value, scale)),
        (1, from value in Gen.Choose(int.MinValue, int.MaxValue) from scale in Gen.Choose(0, 8) select Scaled(value, scale)),
        (1, Gen.Elements(0m, 0.00m, 79228162514264337593543950335m, -79228162514264337593543950335m, 0.0000000000000000000000000001m)));

    private static Gen<decimal> Money2 { get; } =
        from value in Gen.Choose(-1_000_000, 1_000_000) from scale in Gen.Choose(0, 2) select Scaled(value, scale);

    private static Gen<LocalDate?> Date { get; } =
        Gen.Frequency((2, TestSupport.Any.Date.Select(d => (LocalDate?)d)), (1, Gen.Constant<LocalDate?>(null)));

    private static decimal Scaled(int value, int scale) => new(Math.Abs((long)value) is var m ? (int)(uint)m : 0, 0, 0, value < 0, (byte)scale);

    private static Gen<DocumentAmount> Amount(string currency) => Money2.Select(v => new DocumentAmount { Value = v, Currency = currency });

    private static Gen<T?> Maybe<T>(Gen<T> gen) where T : class => Gen.Frequency((2, gen.Select(x => (T?)x)), (1, Gen.Constant<T?>(null)));

    private static Gen<T?> MaybeValue<T>(Gen<T> gen) where T : struct =>
        Gen.Frequency((2, gen.Select(x => (T?)x)), (1, Gen.Constant<T?>(null)));

    private static Gen<EquatableArray<T>> Some<T>(Gen<T> gen, int least = 0, int most = 3) =>
        from count in Gen.Choose(least, most) from items in gen.ListOf(count) select items.ToEquatableArray();

    private static Gen<DocumentId> Id { get; } =
        from value in Text from scheme in Codes select new DocumentId { Value = value, Scheme = scheme };

    private static Gen<DocumentAddress> Address { get; } =
        from a in Words from b in Words from c in Words from city in Words from code in Words from region in Words from country in Codes
        select new DocumentAddress
        {
            Line1 = a, Line2 = b, Line3 = c, City = city, PostCode = code, Subdivision = region, Country = country,
        };

    private static Gen<DocumentContact> Contact { get; } =
        from name in Words from phone in Words from email in Words
        select new DocumentContact { Name = name, Phone = phone, Email = email };

    private static Gen<DocumentParty> Party(bool isSeller) =>
        from name in Words from trading in Words from ids in Some(Id) from legal in Maybe(Id) from vat in Words from tax in Words
        from info in Words from endpoint in Maybe(Id) from address in Maybe(Address) from contact in Maybe(Contact)
        select new DocumentParty
        {
            Name = name, TradingName = trading, Ids = ids, LegalId = legal, VatId = vat, TaxRegistrationId = tax,
            AdditionalLegalInformation = isSeller ? info : null, Endpoint = endpoint, Address = address, Contact = contact,
        };

    private static Gen<DocumentParty> Payee { get; } =
        from name in Words from ids in Some(Id) from legal in Maybe(Id)
        select new DocumentParty { Name = name, Ids = ids, LegalId = legal };

    private static Gen<DocumentParty> Representative { get; } =
        from name in Words from vat in Words from address in Maybe(Address)
        select new DocumentParty { Name = name, VatId = vat, Address = address };

    // Without a part that is said, CII has no element to say that there was a delivery.
    private static Gen<DocumentDelivery> Delivery { get; } =
        from name in Words from id in Maybe(Id) from date in TestSupport.Any.Date from address in Maybe(Address)
        select new DocumentDelivery { Name = name, LocationId = id, Date = date, Address = address };

    private static Gen<DocumentPeriod> Period { get; } =
        from start in TestSupport.Any.Date from end in Date select new DocumentPeriod { Start = start, End = end };

    private static Gen<DocumentAllowanceCharge> Charge(string currency, bool isDocument) =>
        from isCharge in Gen.Elements(true, false) from amount in Amount(currency) from of in MaybeValue(Amount(currency))
        from percent in MaybeValue(Number) from category in Codes from rate in MaybeValue(Number) from reason in Words from code in Codes
        select new DocumentAllowanceCharge
        {
            IsCharge = isCharge, Amount = amount, BaseAmount = of, Percent = percent, TaxCategory = isDocument ? category : null,
            TaxRate = isDocument ? rate : null, Reason = reason, ReasonCode = code,
        };

    private static Gen<DocumentTaxSubtotal> Subtotal(string currency) =>
        from taxable in MaybeValue(Amount(currency)) from tax in Amount(currency) from category in Codes from rate in MaybeValue(Number)
        from reason in Words from code in Codes
        select new DocumentTaxSubtotal
        {
            TaxableAmount = taxable, TaxAmount = tax, Category = category, Rate = rate, ExemptionReason = reason, ExemptionReasonCode = code,
        };

    private static Gen<DocumentTotals> Totals(string currency, string? taxCurrency) =>
        from lines in MaybeValue(Amount(currency)) from allowances in MaybeValue(Amount(currency))
        from charges in MaybeValue(Amount(currency)) from net in MaybeValue(Amount(currency)) from tax in Amount(currency)
        from inTax in MaybeValue(Amount(taxCurrency ?? currency)) from gross in MaybeValue(Amount(currency))
        from prepaid in MaybeValue(Amount(currency)) from rounding in MaybeValue(Amount(currency)) from payable in Amount(currency)
        select new DocumentTotals
        {
            LineNet = lines, Allowances = allowances, Charges = charges, Net = net, Tax = tax,
            TaxInTaxCurrency = taxCurrency is null ? null : inTax, Gross = gross, Prepaid = prepaid, Rounding = rounding, Payable = payable,
        };

    // Gross price and discount stand together, as both syntaxes demand.
    private static Gen<DocumentPrice> Price(string currency) =>
        from net in Number from discount in Number from gross in Number from hasGross in Gen.Elements(true, false)
        from quantity in MaybeValue(Number) from unit in Codes
        select new DocumentPrice
        {
            Net = new() { Value = net, Currency = currency },
            Discount = hasGross ? new DocumentAmount { Value = discount, Currency = currency } : null,
            Gross = hasGross ? new DocumentAmount { Value = gross, Currency = currency } : null,
            BaseQuantity = quantity, BaseQuantityUnit = quantity is null ? null : unit,
        };

    private static Gen<DocumentItem> Item { get; } =
        from name in Words from description in Words from seller in Words from buyer in Words from standard in Maybe(Id)
        from classes in Some(from code in Code from scheme in Codes from version in Codes
                             select new ItemClassification { Code = code, Scheme = scheme, Version = version })
        from origin in Codes
        from attributes in Some(from n in Text from v in Words select new ItemAttribute { Name = n, Value = v })
        select new DocumentItem
        {
            Name = name, Description = description, SellerId = seller, BuyerId = buyer, StandardId = standard,
            Classifications = classes, OriginCountry = origin, Attributes = attributes,
        };

    private static Gen<DocumentLine> Line(string currency) =>
        from id in Text from note in Words from thing in Maybe(Id) from quantity in Number from unit in Codes from net in Amount(currency)
        from order in Words from booking in Words from period in Maybe(Period) from charges in Some(Charge(currency, isDocument: false))
        from price in Maybe(Price(currency)) from category in Codes from rate in MaybeValue(Number) from item in Item
        select new DocumentLine
        {
            Id = id, Note = note, ObjectId = thing, Quantity = quantity, Unit = unit, Net = net, OrderLineReference = order,
            BuyerAccountingReference = booking, Period = period, AllowancesCharges = charges, Price = price, TaxCategory = category,
            TaxRate = rate, Item = item,
        };

    private static Gen<PaymentInstruction> Instruction { get; } =
        from kind in Gen.Choose(0, 3) from text in Words from reference in Words
        from transfers in Some(from account in Text from name in Words from bank in Words
                               select new CreditTransfer { AccountId = account, AccountName = name, ServiceProviderId = bank }, 1)
        from card in Text from holder in Words from mandate in Text from creditor in Words from debited in Words
        select new PaymentInstruction
        {
            MeansCode = kind switch { 0 => "30", 1 => "48", 2 => "59", _ => "10" }, MeansText = text, RemittanceInformation = reference,
            Transfers = kind == 0 ? transfers : [],
            Card = kind == 1 ? new() { AccountNumber = card, HolderName = holder } : null,
            DirectDebit = kind == 2 ? new() { MandateReference = mandate, CreditorId = creditor, DebitedAccountId = debited } : null,
        };

    private static Gen<SupportingDocument> Attachment { get; } =
        from id in Text from description in Words from location in Words from size in Gen.Choose(0, 5000)
        select new SupportingDocument
        {
            Reference = id, Description = description, Location = location, MimeCode = size % 3 == 0 ? null : "application/pdf",
            FileName = size % 3 == 0 ? null : "a&b.pdf",
            Content = size % 3 == 0 ? [] : [.. Enumerable.Range(0, size).Select(i => (byte)(i * 7 + size))],
        };

    private static Gen<InvoiceDocument> Any { get; } =
        from isCreditNote in Gen.Elements(true, false)
        from taxCurrency in Gen.Elements(null, "SEK")
        from header in Header(isCreditNote, taxCurrency)
        from seller in Party(isSeller: true) from buyer in Party(isSeller: false) from payee in Maybe(Payee)
        from representative in Maybe(Representative) from delivery in Maybe(Delivery) from period in Maybe(Period)
        from payment in Some(Instruction, 1, 1) from charges in Some(Charge("EUR", isDocument: true))
        from totals in Totals("EUR", taxCurrency) from breakdown in Some(Subtotal("EUR"), 1) from attachments in Some(Attachment, 0, 2)
        from lines in Some(Line("EUR"), 1)
        select header with
        {
            Seller = seller, Buyer = buyer, Payee = payee, TaxRepresentative = representative, Delivery = delivery, Period = period,
            PaymentInstructions = payment, AllowancesCharges = charges, Totals = totals, TaxBreakdown = breakdown,
            Attachments = attachments, Lines = lines,
        };

    private static Gen<InvoiceDocument> Header(bool isCreditNote, string? taxCurrency) =>
        from profile in Words from specification in Words from number in Text from issued in TestSupport.Any.Date
        from taxDate in Date from taxCode in Gen.Elements(null, "3", "35", "432") from due in Date from buyerReference in Words
        from project in Words from contract in Words from order in Words from sales in Words from receiving in Words from despatch in Words
        from tender in Words from thing in Maybe(Id) from booking in Words from terms in Words
        from notes in Some(from code in Gen.Elements(null, "AAI", "ADU") from text in Text.Where(t => !t.StartsWith('#'))
                           select new DocumentNote { SubjectCode = code, Text = text })
        from preceding in Some(from id in Text from date in Date select new PrecedingInvoice { Number = id, IssueDate = date })
        select new InvoiceDocument
        {
            IsCreditNote = isCreditNote, ProfileId = profile, SpecificationId = specification, Number = number, IssueDate = issued,
            TypeCode = isCreditNote ? "381" : "380", Currency = "EUR", TaxCurrency = taxCurrency, TaxPointDate = taxDate,
            TaxPointCode = taxCode, DueDate = due, BuyerReference = buyerReference, ProjectReference = project,
            ContractReference = contract, PurchaseOrderReference = order, SalesOrderReference = sales,
            ReceivingAdviceReference = receiving, DespatchAdviceReference = despatch, TenderOrLotReference = tender,
            InvoicedObject = thing, BuyerAccountingReference = booking, PaymentTerms = terms, Notes = notes,
            PrecedingInvoices = preceding,
        };

    // Towards a document of one line with nothing that may be left out.
    private static IEnumerable<InvoiceDocument> Shrink(InvoiceDocument d)
    {
        if (d.Lines.Count > 1) yield return d with { Lines = [d.Lines[0]] };
        if (!d.Notes.IsEmpty) yield return d with { Notes = [] };
        if (!d.PrecedingInvoices.IsEmpty) yield return d with { PrecedingInvoices = [] };
        if (!d.AllowancesCharges.IsEmpty) yield return d with { AllowancesCharges = [] };
        if (!d.Attachments.IsEmpty) yield return d with { Attachments = [] };
        if (d.TaxBreakdown.Count > 1) yield return d with { TaxBreakdown = [d.TaxBreakdown[0]] };
        if (d.Payee is not null) yield return d with { Payee = null };
        if (d.TaxRepresentative is not null) yield return d with { TaxRepresentative = null };
        if (d.Delivery is not null) yield return d with { Delivery = null };
        if (d.Period is not null) yield return d with { Period = null };
        if (d.Seller != new DocumentParty()) yield return d with { Seller = new() };
        if (d.Buyer != new DocumentParty()) yield return d with { Buyer = new() };
        if (d.InvoicedObject is not null) yield return d with { InvoicedObject = null };
        var line = d.Lines[0];
        var bare = new DocumentLine { Id = line.Id, Net = line.Net, Item = new() };
        if (d.Lines.Count == 1 && line != bare) yield return d with { Lines = [bare] };
    }
}
