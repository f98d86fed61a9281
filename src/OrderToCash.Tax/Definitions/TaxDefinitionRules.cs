namespace OrderToCash.Tax;

/// <summary>What a definition must keep, whatever line it stands on.</summary>
internal static class TaxDefinitionRules
{
    internal const int MaxDepth = 8;
    private const decimal MaxRate = 10_000m;
    private const decimal MaxFixed = 1_000_000_000_000m;

    internal static EquatableArray<DomainError> Check(IReadOnlyList<TaxDefinition> taxes, string path)
    {
        var findings = new List<DomainError>();
        for (var i = 0; i < taxes.Count; i++) Check(taxes[i], path.Length == 0 ? $"taxes[{i}]" : $"{path}[{i}]", [], findings);
        return findings.ToEquatableArray();
    }

    private static void Check(TaxDefinition tax, string at, EquatableArray<string> ancestors, List<DomainError> findings)
    {
        if (string.IsNullOrWhiteSpace(tax.Id)) findings.Add(TaxComputationErrors.IdMissing.At(at));
        if (!Enum.IsDefined(tax.Kind))
            findings.Add(TaxComputationErrors.KindUnknown.At(at, ("tax", tax.Id), ("kind", (int)tax.Kind)));
        if (Limits(tax) is { } limits && (tax.Amount < limits.Low || tax.Amount > limits.High))
            findings.Add(TaxComputationErrors.AmountOutOfRange.At(at,
                ("tax", tax.Id), ("amount", tax.Amount), ("limits", $"{limits.Low:0} to {limits.High:0}")));
        var (positive, negative) = TaxFactors.Sums(tax);
        if (positive != 1 || negative is not (0 or -1))
            findings.Add(TaxComputationErrors.FactorsUnbalanced.At(at, ("tax", tax.Id),
                ("positive", Percentage.Of(positive * 100)), ("negative", Percentage.Of(negative * 100))));
        if (tax.Until < tax.From)
            findings.Add(TaxComputationErrors.ValidityReversed.At(at, ("tax", tax.Id), ("from", tax.From), ("until", tax.Until)));
        if (tax.Kind != TaxKind.Group)
        {
            if (!tax.Children.IsEmpty) findings.Add(TaxComputationErrors.ChildrenWithoutGroup.At(at, ("tax", tax.Id)));
            return;
        }
        if (tax.Children.IsEmpty) findings.Add(TaxComputationErrors.GroupEmpty.At(at, ("tax", tax.Id)));
        CheckChildren(tax, at, ancestors, findings);
    }

    private static void CheckChildren(TaxDefinition tax, string at, EquatableArray<string> ancestors, List<DomainError> findings)
    {
        var line = ancestors.Add(tax.Id);
        if (line.Count > MaxDepth)
        {
            findings.Add(TaxComputationErrors.GroupTooDeep.At(at, ("tax", tax.Id), ("limit", MaxDepth)));
            return;
        }
        for (var i = 0; i < tax.Children.Count; i++)
        {
            var child = tax.Children[i];
            if (line.Contains(child.Id))
                findings.Add(TaxComputationErrors.GroupCyclic.At($"{at}.children[{i}]", ("tax", child.Id)));
            else
                Check(child, $"{at}.children[{i}]", line, findings);
        }
    }

    // A withholding may take the whole; a surcharge of 10,000 % is a typing error.
    private static (decimal Low, decimal High)? Limits(TaxDefinition tax) => tax.Kind switch
    {
        TaxKind.Percent => (-100m, MaxRate),
        TaxKind.Division => (-100m, 100m),
        TaxKind.FixedPerQuantity => (-MaxFixed, MaxFixed),
        _ => null,
    };
}
