using static OrderToCash.Invoicing.Tests.ADocument;
using static OrderToCash.Invoicing.Tests.RuleMutation;

namespace OrderToCash.Invoicing.Tests;

/// <summary>One wrong document for each rule of Peppol BIS Billing 3 and XRechnung 3.</summary>
internal static class ProfileMutations
{
    private static readonly string Id = InvoiceProfile.PeppolBilling3.SpecificationId;

    internal static readonly RuleMutation[] All =
    [
        OfPeppol("PEPPOL-EN16931-R001", d => d with { ProfileId = null }, "PEPPOL-EN16931-R007"),
        OfPeppol("PEPPOL-EN16931-R002", d => Abroad(d) with { Notes = [new() { Text = "a" }, new() { Text = "b" }] }),
        OfPeppol("PEPPOL-EN16931-R003", d => Abroad(d) with { BuyerReference = null, PurchaseOrderReference = null }),
        OfPeppol("PEPPOL-EN16931-R004", d => d with { SpecificationId = Id + "::x" }),
        OfPeppol("PEPPOL-EN16931-R005", d => d with { TaxCurrency = "EUR", Totals = d.Totals! with { TaxInTaxCurrency = d.Totals.Tax } }),
        OfPeppol("PEPPOL-EN16931-R007", d => d with { ProfileId = "urn:fdc:peppol.eu:2017:poacc:billing:1:1.0" }),
        OfPeppol("PEPPOL-EN16931-R008", d => d with { ContractReference = " " }),
        OfPeppol("PEPPOL-EN16931-R008", d => d.Line(l => l with { Note = "" })),
        OfPeppol("PEPPOL-EN16931-R010", d => d.Buyer(b => b with { Endpoint = null })),
        OfPeppol("PEPPOL-EN16931-R020", d => d.Seller(s => s with { Endpoint = null })),
        OfPeppol("PEPPOL-EN16931-R040", d => d.Part(0, p => p with { BaseAmount = Eur(101) }), "O2C-ALLOWANCE-CHARGE"),
        OfPeppol("PEPPOL-EN16931-R041", d => d.Part(0, p => p with { BaseAmount = null })),
        OfPeppol("PEPPOL-EN16931-R042", d => d.LinePart(0, p => p with { Percent = null })),
        OfPeppol("PEPPOL-EN16931-R043", d => d.Part(0, p => p with { IsCharge = null }), "BR-CO-11", "BR-S-08"),
        OfPeppol("PEPPOL-EN16931-R046", d => d.Price(p => p with { Gross = p.Gross.Plus(1) }), "O2C-PRICE"),
        OfPeppol("PEPPOL-EN16931-R051", d => d.Line(l => l with { Net = l.Net!.Value with { Currency = "SEK" } })),
        OfPeppol("PEPPOL-EN16931-R053", d => d with { TaxBreakdown = [] }, "BR-CO-18", "BR-S-01"),
        OfPeppol("PEPPOL-EN16931-R054", d => d with { Totals = d.Totals! with { TaxInTaxCurrency = Eur(1) } }),
        OfPeppol("PEPPOL-EN16931-R055", d => d with
        {
            TaxCurrency = "SEK", Totals = d.Totals! with { TaxInTaxCurrency = new() { Value = -1, Currency = "SEK" } },
        }),
        OfPeppol("PEPPOL-EN16931-R061", d => Abroad(d).Pay(Debit() with { DirectDebit = new() })),
        OfPeppol("PEPPOL-EN16931-R110", d => d with { Period = d.Period! with { Start = new(2026, 2, 2) } }),
        OfPeppol("PEPPOL-EN16931-R111", d => d with { Period = d.Period! with { End = new(2026, 2, 27) } }),
        OfPeppol("PEPPOL-EN16931-R120", d => d.Line(l => l with { Quantity = 11 }), "O2C-LINE-NET"),
        OfPeppol("PEPPOL-EN16931-R121", d => d.Price(p => p with { BaseQuantity = 0 })),
        OfPeppol("PEPPOL-EN16931-R130", d => d.Price(p => p with { BaseQuantityUnit = "KGM" })),
        OfPeppol("PEPPOL-EN16931-P0100", d => d with { TypeCode = "394" }, "DE-R-017"),
        Within(() => Credit(InvoiceProfile.PeppolBilling3), "PEPPOL-EN16931-P0101", d => d with { TypeCode = "262" }, "DE-R-017"),
        OfPeppol("PEPPOL-EN16931-P0112", d => Abroad(d) with { TypeCode = "384" }),
        .. Reasons(),
        OfPeppol("PEPPOL-EN16931-CL001", d => d.Attach(a => a with { MimeCode = "text/html" }), "BR-CL-24"),
        OfPeppol("PEPPOL-EN16931-CL002", d => d.Part(0, p => p with { ReasonCode = "1" }), "BR-CL-19"),
        OfPeppol("PEPPOL-EN16931-CL003", d => d.Part(1, p => p with { ReasonCode = "1" }), "BR-CL-20"),
        OfPeppol("PEPPOL-EN16931-CL006", d => d with { TaxPointCode = "4" }, "BR-CL-06"),
        OfPeppol("PEPPOL-EN16931-CL007", d => d.Line(l => l with { Net = l.Net!.Value with { Currency = "XCG" } }), "PEPPOL-EN16931-R051"),
        OfPeppol("PEPPOL-EN16931-CL008", d => d.Buyer(b => b with { Endpoint = new() { Value = "a", Scheme = "EM" } })),
        .. Identifiers(),
        OfPeppol("PEPPOL-COMMON-R056-2", d => d.Buyer(b => b with { VatId = "NL12" })),
        .. German(),
        .. NationalMutations.All,
        OfXRechnung("BR-DE-14", d => d.Subtotal(s => s with { Rate = null }), "BR-48", "BR-CO-17", "BR-S-09"),
        OfPeppol("DE-R-014", d => d.Subtotal(s => s with { Rate = null }), "BR-48", "BR-CO-17", "BR-S-09"),
        OfXRechnung("BR-DE-21", d => d with { SpecificationId = "urn:xrechnung" }),
        OfXRechnung("BR-DE-TMP-32", d => d with { Delivery = null, Period = null, Lines = [.. d.Lines.Select(l => l with { Period = null })] }),
        OfXRechnung("BR-TMP-2", d => d.Attach(a => a with { Location = "seller.example/a" })),
        OfPeppol("DE-R-T02", d => d.Attach(a => a with { Location = "seller.example/a" })),
    ];

    // The seller stays in Germany, the buyer moves to Austria: no national rule holds.
    private static InvoiceDocument Abroad(InvoiceDocument d) => d.Buyer(b => b with { Address = Address("AT") });

    private static IEnumerable<RuleMutation> Reasons() => new[]
    {
        ("P0104", "VATEX-EU-G"), ("P0105", "VATEX-EU-O"), ("P0106", "VATEX-EU-IC"), ("P0107", "VATEX-EU-AE"), ("P0108", "VATEX-EU-D"),
        ("P0109", "VATEX-EU-F"), ("P0110", "VATEX-EU-I"), ("P0111", "vatex-eu-j"),
    }.Select(r => Within(() => In("Z", 0) with { SpecificationId = Id }, "PEPPOL-EN16931-" + r.Item1,
        d => d.Subtotal(s => s with { ExemptionReasonCode = r.Item2 }), "BR-Z-10"));

    private static IEnumerable<RuleMutation> Identifiers() => new (string Rule, string Scheme, string Right, string Wrong)[]
    {
        ("R040", "0088", "4000000000006", "4000000000007"), ("R041", "0192", "974760673", "974760674"), ("R042", "0184", "DK12345678", "1234567"),
        ("R043", "0208", "0202239951", "0202239952"), ("R044", "0201", "ABC123", "ABC12"), ("R045", "0210", "RSSMRA85T10A562S", "RSSMRA85T10A562"),
        ("R047", "0211", "IT00743110157", "IT00743110158"), ("R049", "0007", "5560360793", "5560360794"),
        ("R050", "0151", "51824753556", "51824753557"), ("R052", "0096", "1234567890", "123456789"), ("R053", "0198", "DK12345678", "DK1234567"),
        ("R054", "0106", "12345678", "1234567"), ("R055", "0190", "00000001234567890000", "1"), ("R056-1", "9944", "NL123456789B12", "NL12"),
        ("R057", "0217", "00000001234567890000", "1"),
    }.Select(r => Within(() => Known(r.Scheme, r.Right), "PEPPOL-COMMON-" + r.Rule, _ => Known(r.Scheme, r.Wrong)))
        .Append(Within(() => Reached("9907", "00743110157"), "PEPPOL-COMMON-R046", _ => Reached("9907", "0074311015"), "BR-CL-25", "PEPPOL-EN16931-CL008"));

    private static InvoiceDocument Known(string scheme, string value) => scheme == "9944"
        ? Reached(scheme, value)
        : Valid(InvoiceProfile.PeppolBilling3).Buyer(b => b with { Ids = [new() { Value = value, Scheme = scheme }] });

    private static InvoiceDocument Reached(string scheme, string value) =>
        Valid(InvoiceProfile.PeppolBilling3).Buyer(b => b with { Endpoint = new() { Value = value, Scheme = scheme } });

    private static IEnumerable<RuleMutation> German()
    {
        foreach (var (xrechnung, peppol, change, also) in GermanChanges())
        {
            yield return OfXRechnung("BR-DE-" + xrechnung, change, [.. also.Select(a => a.StartsWith("DE:", StringComparison.Ordinal) ? "BR-DE-" + a[3..] : a)]);
            yield return OfPeppol("DE-R-" + peppol, change, [.. also.Select(a => a.StartsWith("DE:", StringComparison.Ordinal) ? "DE-R-0" + a[3..] : a)]);
        }
    }

    private static IEnumerable<(string XRechnung, string Peppol, Func<InvoiceDocument, InvoiceDocument> Change, string[] Also)> GermanChanges() =>
    [
        ("1", "001", d => d with { PaymentInstructions = [] }, []),
        ("2", "002", d => d.Seller(s => s with { Contact = null }), []),
        ("3", "003", d => d.Seller(s => s with { Address = s.Address! with { City = null } }), []),
        ("4", "004", d => d.Seller(s => s with { Address = s.Address! with { PostCode = null } }), []),
        ("5", "005", d => d.Seller(s => s with { Contact = s.Contact! with { Name = null } }), []),
        ("6", "006", d => d.Seller(s => s with { Contact = s.Contact! with { Phone = null } }), ["DE:27"]),
        ("7", "007", d => d.Seller(s => s with { Contact = s.Contact! with { Email = null } }), ["DE:28"]),
        ("8", "008", d => d.Buyer(b => b with { Address = b.Address! with { City = null } }), []),
        ("9", "009", d => d.Buyer(b => b with { Address = b.Address! with { PostCode = null } }), []),
        ("10", "010", d => d with { Delivery = d.Delivery! with { Address = d.Delivery.Address! with { City = null } } }, []),
        ("11", "011", d => d with { Delivery = d.Delivery! with { Address = d.Delivery.Address! with { PostCode = null } } }, []),
        ("15", "015", d => d with { BuyerReference = null }, []),
        ("16", "016", d => d.Seller(s => s with { VatId = null }), ["BR-S-02", "BR-S-03", "BR-S-04"]),
        ("17", "017", d => d with { TypeCode = "383" }, []),
        ("18", "018", d => d with { PaymentTerms = "#SKONTO#TAGE=14#PROZENT=2.0#\n" }, []),
        ("18", "018", d => d with { PaymentTerms = "#SKONTO#TAGE=14#PROZENT=2.00#" }, []),
        ("18", "018", d => d with { PaymentTerms = "net\n#SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=1#\n" }, []),
        ("19", "019", d => d.Pay(Transfer() with { Transfers = [new() { AccountId = "DE89370400440532013001" }] }), []),
        ("20", "020", d => Collected(d, m => m with { DebitedAccountId = "DE1" }), []),
        ("22", "022", d => d with { Attachments = d.Attachments.Add(d.Attachments[0]) }, []),
        ("23-a", "023-1", d => d.Pay(Transfer() with { MeansCode = "30", Transfers = [] }), ["BR-61"]),
        ("23-b", "023-2", d => d.Pay(Transfer() with { Card = new() { AccountNumber = "1234" } }), []),
        ("24-a", "024-1", d => d.Pay(Card() with { Card = null }), []),
        ("24-b", "024-2", d => d.Pay(Card() with { Transfers = Transfer().Transfers }), []),
        ("25-a", "025-1", d => d.Pay(new() { MeansCode = "59" }), ["PEPPOL-EN16931-R061", "DE:20"]),
        ("25-b", "025-2", d => Collected(d, m => m) with { PaymentInstructions = [Debit() with { Transfers = Transfer().Transfers }] }, []),
        ("26", "026", d => d with { TypeCode = "384", PrecedingInvoices = [] }, []),
        ("27", "027", d => d.Seller(s => s with { Contact = s.Contact! with { Phone = "12" } }), []),
        ("28", "028", d => d.Seller(s => s with { Contact = s.Contact! with { Email = "ann@seller." } }), []),
        ("30", "030", d => Collected(d, m => m with { CreditorId = null }), []),
        ("31", "031", d => Collected(d, m => m with { DebitedAccountId = null }), ["DE:20"]),
    ];

    private static InvoiceDocument Collected(InvoiceDocument d, Func<DirectDebit, DirectDebit> change) =>
        d.Pay(Debit() with { DirectDebit = change(Debit().DirectDebit!) });
}
