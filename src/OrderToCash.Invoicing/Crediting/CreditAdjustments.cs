using System.Numerics;

namespace OrderToCash.Invoicing;

/// <summary>
/// What a credit takes back of the document's allowances and charges: the rest of them with the whole, what is named, and in step
/// with the lines what goes with them - round(amount x credited lines / lines) less what was credited before.
/// </summary>
internal static class CreditAdjustments
{
    internal static EquatableArray<CreditNoteAllowanceCharge> Of(
        InvoiceAccount account, CreditNotePosting posting, EquatableArray<CreditNoteLine> lines, bool isWhole)
    {
        var items = account.Invoice.AllowancesCharges;
        if (items.IsEmpty) return default;
        var credited = isWhole || lines.IsEmpty ? default : CreditedLine.Merge(account.Credited, lines);
        var named = posting.AllowancesCharges.ToDictionary(n => n.Position, n => n.Amount);
        var result = new List<CreditNoteAllowanceCharge>();
        for (var i = 0; i < items.Count; i++)
        {
            var left = items[i].Amount
                - CreditedAllowanceCharge.Of(account.CreditedAllowancesCharges, i + 1, items[i].Amount.Currency);
            var amount = isWhole ? left
                : named.TryGetValue(i + 1, out var asked) ? asked
                : items[i].IsInStep && !lines.IsEmpty ? Money.Min(left, InStep(account.Invoice, items[i], left, credited))
                : Money.Zero(left.Currency);
            if (!amount.IsZero) result.Add(Part(i + 1, items[i], amount));
        }
        return [.. result];
    }

    internal static CreditNoteAllowanceCharge Part(int position, AllowanceCharge item, Money amount) => new()
    {
        Position = position,
        Item = amount == item.Amount ? item : item with { Amount = amount, Base = null, Percent = null, Gross = null },
    };

    private static Money InStep(Invoice invoice, AllowanceCharge item, Money left, EquatableArray<CreditedLine> credited)
    {
        var (whole, part) = Sums(invoice, credited, item.Tax!);
        if (whole.IsZero) (whole, part) = Sums(invoice, credited, null);
        if (whole.IsZero) return Money.Zero(left.Currency);
        var due = LargestRemainder.Round(item.Amount.MinorUnits * part, whole);
        due = BigInteger.Max(0, BigInteger.Min(item.Amount.MinorUnits, due));
        var given = item.Amount.MinorUnits - left.MinorUnits;
        return Money.FromMinorUnits(Math.Max(0, (long)due - given), left.Currency);
    }

    // The lines of its category and rate, deductions apart; of all categories where there is none of its own.
    private static (BigInteger Whole, BigInteger Part) Sums(
        Invoice invoice, EquatableArray<CreditedLine> credited, TaxTreatment? tax)
    {
        BigInteger whole = 0, part = 0;
        foreach (var line in invoice.Lines)
            if (Counts(line)) whole += line.Net.MinorUnits;
        foreach (var line in credited)
            if (Counts(invoice.Lines[line.Line - 1])) part += line.Net.MinorUnits;
        return (whole, part);

        bool Counts(InvoiceLine line) => line.Prepayment is null
            && (tax is null || line.Tax.Category == tax.Category && line.Tax.Rate == tax.Rate);
    }
}
