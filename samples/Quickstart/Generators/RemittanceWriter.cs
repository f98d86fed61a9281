using System.Text;

namespace OrderToCash.Quickstart;

/// <summary>Writes what one payment says, as a customer would: whole, wrong or nothing.</summary>
internal sealed class RemittanceWriter(ImportedCustomer customer, SplitMix64 chance)
{
    private static readonly Dictionary<string, (string One, string Many, string Less)> Words = new(StringComparer.Ordinal)
    {
        ["en"] = ("Invoice", "Invoices", "less"), ["de"] = ("Rechnung", "RG", "abzgl."), ["fr"] = ("Facture", "Factures", "moins"),
        ["nl"] = ("Factuur", "Facturen", "min"), ["es"] = ("Factura", "Facturas", "menos"), ["it"] = ("Fattura", "Fatture", "meno"),
        ["pt"] = ("Fatura", "Faturas", "menos"), ["sv"] = ("Faktura", "Fakturor", "minus"), ["da"] = ("Faktura", "Fakturaer", "minus"),
        ["nb"] = ("Faktura", "Fakturaer", "minus"), ["pl"] = ("Faktura", "Faktury", "minus"), ["fi"] = ("Lasku", "Laskut", "-"),
    };

    private static readonly string[] Nothing = ["PAYMENT", "our order", "as agreed", "thank you", "", "supplier payment", "goods received"];

    public Remittance Write(List<(BillFact Bill, Money Paid)> bills, ReferenceWriting writing, int count)
    {
        var withAccount = !customer.Iban.IsNone && !chance.Happens(PayerBehaviour.WithoutAccount);
        var basic = new Remittance
        {
            Name = customer.IsCashSale ? "CARD SALES" : NameOf(),
            Account = withAccount ? customer.Iban.Value : "",
            EndToEndId = customer.IsCashSale || chance.Happens(700) ? $"{customer.Key}-{count:00000}" : "",
        };
        return writing switch
        {
            ReferenceWriting.Structured => basic with { Claims = ClaimsOf(bills) },
            ReferenceWriting.InText => basic with { Text = TextOf(bills, b => b) },
            ReferenceWriting.Damaged => basic with { Text = TextOf(bills, Damaged) },
            _ => basic with { Text = chance.Pick(Nothing) },
        };
    }

    private string NameOf()
    {
        var name = customer.Party.Name;
        if (!chance.Happens(PayerBehaviour.OtherName)) return name;
        var last = name.LastIndexOf(' ');
        return chance.Between(0, 3) switch
        {
            0 => name.ToUpperInvariant(),
            1 when last > 0 => name[..last],
            2 when name.Length > 18 => name[..18].TrimEnd(),
            _ => name.Replace("&", "AND", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal),
        };
    }

    // One invoice is named by its reference where it has one, several by their numbers and amounts.
    private EquatableArray<RemittanceClaim> ClaimsOf(List<(BillFact Bill, Money Paid)> bills)
    {
        if (bills.Count == 1 && bills[0].Bill.PaymentReference.Length > 0)
            return [new() { StructuredReference = bills[0].Bill.PaymentReference }];
        var withAmounts = chance.Happens(700);
        return [.. bills.Select(b => new RemittanceClaim { DocumentNumber = b.Bill.Number, Amount = withAmounts ? b.Paid : null })];
    }

    private string TextOf(List<(BillFact Bill, Money Paid)> bills, Func<string, string> write)
    {
        var (one, many, less) = Words.GetValueOrDefault(customer.Language, Words["en"]);
        var byReference = chance.Happens(400);
        var invoices = bills.Where(b => !b.Bill.IsCredit).Select(b => write(ReferenceOf(b.Bill, byReference))).ToList();
        var credits = bills.Where(b => b.Bill.IsCredit).Select(b => b.Bill.Number).ToList();
        var text = new StringBuilder(chance.Happens(850) ? $"{(invoices.Count == 1 ? one : many)} " : "");
        text.AppendJoin(chance.Happens(700) ? ", " : " ", invoices);
        if (credits.Count > 0 && chance.Happens(700)) text.Append(' ').Append(less).Append(' ').AppendJoin(", ", credits);
        return text.ToString();
    }

    private static string ReferenceOf(BillFact bill, bool byReference) =>
        byReference && bill.PaymentReference.Length > 0 ? bill.PaymentReference : bill.Number;

    // A mistake that leaves the text as it was (no zeros, equal digits) becomes a dropped digit.
    private string Damaged(string reference)
    {
        var wrong = Damaged(reference, chance.Pick(PayerBehaviour.Damages));
        return wrong == reference ? Damaged(reference, Damage.DigitDropped) : wrong;
    }

    private string Damaged(string reference, Damage damage)
    {
        var digits = Enumerable.Range(0, reference.Length).Where(i => char.IsAsciiDigit(reference[i])).ToList();
        if (digits.Count < 2) return reference;
        var at = digits[chance.Between(digits.Count / 2, digits.Count - 1)];
        var before = at > 0 ? at - 1 : at;
        return damage switch
        {
            Damage.DigitDropped => reference.Remove(at, 1),
            Damage.DigitsSwapped when char.IsAsciiDigit(reference[before]) => $"{reference[..before]}{reference[at]}{reference[before]}{reference[(at + 1)..]}",
            Damage.PrefixLost => reference[digits[0]..],
            Damage.ZerosStripped => reference[..digits[0]] + reference[digits[0]..].TrimStart('0', '-'),
            Damage.Separators => string.Join(chance.Pick([" ", ".", "/"]), reference.Chunk(4).Select(c => new string(c))),
            _ => reference,
        };
    }
}
