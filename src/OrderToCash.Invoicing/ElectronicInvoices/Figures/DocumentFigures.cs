namespace OrderToCash.Invoicing;

/// <summary>Computes the figures of one document.</summary>
internal sealed class DocumentFigures(InvoiceDocument document)
{
    private readonly int digits = ExactnessRules.DigitsOf(document.Currency);
    private readonly List<Group> groups = [];

    internal List<DomainError> Errors { get; } = [];

    internal InvoiceDocument Compute()
    {
        var (lineNet, allowances, charges) = (0m, 0m, 0m);
        var lines = new DocumentLine[document.Lines.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = Compute(document.Lines[i], i);
            var net = lines[i].Net?.Value ?? 0;
            lineNet += net;
            Add(lines[i].TaxCategory, lines[i].TaxRate, net, $"lines[{i}]");
        }
        var parts = Compute(document.AllowancesCharges, "allowancesCharges");
        for (var i = 0; i < parts.Count; i++)
        {
            var amount = parts[i].Amount?.Value ?? 0;
            if (parts[i].IsCharge == true) charges += amount;
            else allowances += amount;
            Add(parts[i].TaxCategory, parts[i].TaxRate, parts[i].IsCharge == true ? amount : -amount, $"allowancesCharges[{i}]");
        }
        var breakdown = Breakdown();
        var tax = 0m;
        foreach (var subtotal in breakdown) tax += subtotal.TaxAmount!.Value.Value;
        return document with
        {
            Lines = [.. lines],
            AllowancesCharges = parts,
            TaxBreakdown = breakdown,
            Totals = Totals(lineNet, allowances, charges, tax, parts),
        };
    }

    private DocumentTotals Totals(
        decimal lineNet, decimal allowances, decimal charges, decimal tax, EquatableArray<DocumentAllowanceCharge> parts)
    {
        var known = document.Totals ?? new();
        var net = lineNet - allowances + charges;
        var due = net + tax - (known.Prepaid?.Value ?? 0) + (known.Rounding?.Value ?? 0);
        return known with
        {
            LineNet = Amount(lineNet),
            Allowances = parts.FindIndex(p => p.IsCharge == false) < 0 ? null : Amount(allowances),
            Charges = parts.FindIndex(p => p.IsCharge == true) < 0 ? null : Amount(charges),
            Net = Amount(net),
            Tax = Amount(tax),
            Gross = Amount(net + tax),
            Payable = Amount(due),
        };
    }

    private DocumentLine Compute(DocumentLine line, int index)
    {
        var computed = line.AllowancesCharges.IsEmpty
            ? line
            : line with { AllowancesCharges = Compute(line.AllowancesCharges, $"lines[{index}].allowancesCharges") };
        if (computed.Net is { } net)
            return net.Value.Scale <= 2 ? computed : computed with { Net = Amount(Round(net.Value)) };
        if (computed is { Quantity: not null, Price.Net: not null }) return computed with { Net = Amount(NetOf(computed)) };
        Errors.Add(InvoiceDocumentErrors.LineIncomplete.At($"lines[{index}]", ("line", index + 1)));
        return computed;
    }

    private decimal NetOf(DocumentLine line)
    {
        var net = Round(ExactnessRules.Multiplied(line.Quantity!.Value, line.Price!.Net!.Value.Value, line.Price.BaseQuantity));
        foreach (var part in line.AllowancesCharges)
            net += part.IsCharge == true ? part.Amount?.Value ?? 0 : -(part.Amount?.Value ?? 0);
        return net;
    }

    private EquatableArray<DocumentAllowanceCharge> Compute(EquatableArray<DocumentAllowanceCharge> parts, string path)
    {
        if (parts.IsEmpty) return parts;
        var computed = new DocumentAllowanceCharge[parts.Count];
        for (var i = 0; i < computed.Length; i++)
        {
            computed[i] = parts[i] switch
            {
                { Amount: null, BaseAmount: { } of, Percent: { } percent } part =>
                    part with { Amount = Amount(Round(of.Value * percent / 100)) },
                var part => part,
            };
            if (computed[i] is { Amount: null } or { IsCharge: null })
                Errors.Add(InvoiceDocumentErrors.AllowanceChargeIncomplete.At($"{path}[{i}]"));
        }
        return [.. computed];
    }

    // Categories without tax have one subtotal, whatever rate stands on the line; out of scope has no rate at all.
    private void Add(string? category, decimal? rate, decimal amount, string path)
    {
        var kind = TaxKind.Of(category);
        var isTaxed = kind is TaxKind.Standard or TaxKind.Igic or TaxKind.Ipsi or TaxKind.SplitPayment or TaxKind.Unknown;
        if (kind < 0 || isTaxed && rate is null)
        {
            Errors.Add(InvoiceDocumentErrors.TaxMissing.At(path));
            return;
        }
        decimal? ownRate = isTaxed ? rate : kind == TaxKind.OutOfScope ? null : 0;
        var code = category!.Trim();
        foreach (var group in groups)
        {
            if (group.Code != code || group.Rate != ownRate) continue;
            group.Base += amount;
            return;
        }
        groups.Add(new(code, ownRate) { Base = amount });
    }

    private EquatableArray<DocumentTaxSubtotal> Breakdown()
    {
        groups.Sort();
        var subtotals = new DocumentTaxSubtotal[groups.Count];
        for (var i = 0; i < subtotals.Length; i++)
        {
            var group = groups[i];
            var known = KnownOf(group);
            subtotals[i] = new()
            {
                TaxableAmount = Amount(group.Base),
                TaxAmount = Amount(Round(group.Base * (group.Rate ?? 0) / 100)),
                Category = group.Code,
                Rate = group.Rate,
                ExemptionReason = known?.ExemptionReason,
                ExemptionReasonCode = known?.ExemptionReasonCode,
            };
        }
        return [.. subtotals];
    }

    private DocumentTaxSubtotal? KnownOf(Group group)
    {
        foreach (var known in document.TaxBreakdown)
            if (Terms.Is(known.Category, group.Code) && (known.Rate ?? 0) == (group.Rate ?? 0)) return known;
        return null;
    }

    private decimal Round(decimal value) => decimal.Round(value, digits, MidpointRounding.AwayFromZero);

    // Written with the decimals of the currency.
    private DocumentAmount Amount(decimal value) =>
        new() { Value = value + new decimal(0, 0, 0, false, (byte)digits), Currency = document.Currency };

    private sealed class Group(string code, decimal? rate) : IComparable<Group>
    {
        internal string Code { get; } = code;

        internal decimal? Rate { get; } = rate;

        internal decimal Base { get; set; }

        public int CompareTo(Group? other) => other is null ? 1
            : string.CompareOrdinal(Code, other.Code) is var byCode && byCode != 0 ? byCode
            : Nullable.Compare(Rate, other.Rate);
    }
}
