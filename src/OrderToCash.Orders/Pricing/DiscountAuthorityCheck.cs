namespace OrderToCash.Orders;

/// <summary>Finds what is wrong with the versions of an authority.</summary>
internal static class DiscountAuthorityCheck
{
    internal static EquatableArray<DomainError> Of(EquatableArray<DiscountAuthority> versions)
    {
        var errors = new List<DomainError>();
        for (var i = 0; i < versions.Count; i++)
        {
            var (version, path) = (versions[i], $"[{i}]");
            if (string.IsNullOrWhiteSpace(version.Name)) errors.Add(PricingErrors.NameMissing.At($"{path}.name"));
            Validity.Check(version.ValidFrom, version.ValidTo, path, errors);
            for (var other = 0; other < i; other++)
                if (Validity.Overlap(versions[other].ValidFrom, versions[other].ValidTo, version.ValidFrom, version.ValidTo))
                    errors.Add(PricingErrors.VersionsOverlap.At(path, ("first", $"[{other}]")));
            for (var l = 0; l < version.Levels.Count; l++) CheckLevel(version.Levels, l, $"{path}.levels[{l}]", errors);
        }
        return errors.ToEquatableArray();
    }

    private static void CheckLevel(
        EquatableArray<DiscountAuthorityLevel> levels, int index, string path, List<DomainError> errors)
    {
        var level = levels[index];
        if (string.IsNullOrWhiteSpace(level.Role)) errors.Add(PricingErrors.NameMissing.At($"{path}.role"));
        for (var i = 0; i < index; i++)
            if (levels[i].Role == level.Role)
                errors.Add(PricingErrors.IdRepeated.At($"{path}.role", ("id", level.Role), ("first", $"levels[{i}]")));
        PricingPolicyCheck.CheckPercent(level.LineDiscount, $"{path}.lineDiscount", errors);
        PricingPolicyCheck.CheckPercent(level.AverageDiscount, $"{path}.averageDiscount", errors);
        for (var i = 0; i < level.Amounts.Count; i++)
        {
            PricingPolicyCheck.CheckAmount(level.Amounts[i], $"{path}.amounts[{i}]", errors);
            for (var other = 0; other < i; other++)
                if (level.Amounts[other].Currency == level.Amounts[i].Currency)
                    errors.Add(PricingErrors.IdRepeated.At($"{path}.amounts[{i}]", ("id", level.Amounts[i].Currency),
                        ("first", $"amounts[{other}]")));
        }
        if (index > 0 && !MayAllOf(level, levels[index - 1]))
            errors.Add(PricingErrors.LevelsNotRising.At(path, ("role", level.Role)));
    }

    private static bool MayAllOf(DiscountAuthorityLevel level, DiscountAuthorityLevel before) =>
        level.LineDiscount.Value >= before.LineDiscount.Value && level.AverageDiscount.Value >= before.AverageDiscount.Value
        && (level.MayGoBelowFloor || !before.MayGoBelowFloor)
        && before.Amounts.All(amount => level.AmountIn(amount.Currency) >= amount);
}
