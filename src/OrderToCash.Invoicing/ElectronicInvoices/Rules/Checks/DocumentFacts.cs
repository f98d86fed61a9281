namespace OrderToCash.Invoicing;

/// <summary>
/// What many rules ask of a document, found in one walk over it: sums and which tax categories occur where. Lives on the stack.
/// </summary>
internal struct DocumentFacts
{
    private const int ManySubtotals = 16;
    private readonly Dictionary<(int Kind, decimal Rate), decimal>? byRate;

    internal readonly InvoiceDocument Document;
    internal readonly RuleSets Sets;
    internal CountByTaxKind Lines, Allowances, Charges, AllowancesCharges, Subtotals;
    internal SumByTaxKind Base;
    internal decimal LineNet, Allowance, Charge, Tax;
    internal int AllowanceCount, ChargeCount;

    /// <summary>
    /// Lines, allowances, charges and subtotals in category S of whatever tax: one official rule counts them so.
    /// </summary>
    internal int StandardUses, StandardSubtotals;

    internal DocumentFacts(InvoiceDocument document, RuleSets sets)
    {
        (Document, Sets) = (document, sets);
        foreach (var line in document.Lines)
        {
            var net = line.Net?.Value ?? 0;
            LineNet += net;
            if (TaxKind.Of(line.TaxCategory) is var kind && kind < 0) continue;
            if (kind == TaxKind.Standard) StandardUses++;
            if (Terms.IsVat(line.TaxScheme)) Lines[kind]++;
            Base[kind] += net;
        }
        foreach (var part in document.AllowancesCharges) Add(part);
        foreach (var subtotal in document.TaxBreakdown)
        {
            Tax += subtotal.TaxAmount?.Value ?? 0;
            if (TaxKind.Of(subtotal.Category) is var kind && kind < 0) continue;
            if (kind == TaxKind.Standard) StandardSubtotals++;
            if (Terms.IsVat(subtotal.TaxScheme)) Subtotals[kind]++;
        }
        if (document.TaxBreakdown.Count > ManySubtotals) byRate = SumsByRate(document);
    }

    internal readonly DocumentTotals? Totals => Document.Totals;

    /// <summary>True when lines, allowances or charges are in this category.</summary>
    internal readonly bool IsUsed(int kind) => Lines[kind] + AllowancesCharges[kind] > 0;

    /// <summary>The taxable amount that lines, allowances and charges of one category and rate come to; false for none.</summary>
    internal readonly bool TryBaseAt(int kind, decimal rate, out decimal sum)
    {
        if (byRate is not null) return byRate.TryGetValue((kind, rate), out sum);
        var found = false;
        sum = 0;
        foreach (var line in Document.Lines)
        {
            if (line.TaxRate != rate || TaxKind.Of(line.TaxCategory) != kind) continue;
            found = true;
            sum += line.Net?.Value ?? 0;
        }
        foreach (var part in Document.AllowancesCharges)
        {
            if (part.TaxRate != rate || TaxKind.Of(part.TaxCategory) != kind) continue;
            found = true;
            sum += Signed(part);
        }
        return found;
    }

    private void Add(DocumentAllowanceCharge part)
    {
        var kind = TaxKind.Of(part.TaxCategory);
        var amount = part.Amount?.Value ?? 0;
        if (part.IsCharge == true) (ChargeCount, Charge) = (ChargeCount + 1, Charge + amount);
        else if (part.IsCharge == false) (AllowanceCount, Allowance) = (AllowanceCount + 1, Allowance + amount);
        if (kind < 0) return;
        Base[kind] += Signed(part);
        if (kind == TaxKind.Standard) StandardUses++;
        if (!Terms.IsVat(part.TaxScheme)) return;
        AllowancesCharges[kind]++;
        if (part.IsCharge == true) Charges[kind]++;
        else if (part.IsCharge == false) Allowances[kind]++;
    }

    private static decimal Signed(DocumentAllowanceCharge part) => part.IsCharge switch
    {
        true => part.Amount?.Value ?? 0,
        false => -(part.Amount?.Value ?? 0),
        null => 0,
    };

    private static Dictionary<(int Kind, decimal Rate), decimal> SumsByRate(InvoiceDocument document)
    {
        var sums = new Dictionary<(int Kind, decimal Rate), decimal>();
        foreach (var line in document.Lines)
            if (line.TaxRate is { } rate) AddTo(sums, (TaxKind.Of(line.TaxCategory), rate), line.Net?.Value ?? 0);
        foreach (var part in document.AllowancesCharges)
            if (part.TaxRate is { } rate) AddTo(sums, (TaxKind.Of(part.TaxCategory), rate), Signed(part));
        return sums;
    }

    private static void AddTo(Dictionary<(int Kind, decimal Rate), decimal> sums, (int Kind, decimal Rate) key, decimal amount) =>
        sums[key] = sums.GetValueOrDefault(key) + amount;
}
