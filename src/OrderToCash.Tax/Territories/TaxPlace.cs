namespace OrderToCash.Tax;

/// <summary>Where a supply begins or ends, as VAT sees it: whose law, which rates, inside the Union or not.</summary>
internal readonly record struct TaxPlace
{
    /// <summary>The country whose VAT it is.</summary>
    internal CountryCode Law { get; private init; }

    /// <summary>The territory whose rates hold; empty for the mainland.</summary>
    internal string Rates { get; private init; }

    /// <summary>True when a class without a rate of the territory takes the mainland's.</summary>
    internal bool FallsBack { get; private init; }

    /// <summary>The code of a territory outside its country's VAT area; else empty.</summary>
    internal string Outside { get; private init; }

    /// <summary>True in the Union's VAT area, for goods.</summary>
    internal bool IsInUnionForGoods { get; private init; }

    /// <summary>True in the Union's VAT area, for services.</summary>
    internal bool IsInUnionForServices { get; private init; }

    internal bool IsSameAs(TaxPlace other) => Law == other.Law && Outside == other.Outside;

    internal static TaxPlace Of(CountryCode country, string region, string postCode, LocalDate on)
    {
        var territory = TaxTerritories.Find(country, region, postCode, on);
        var law = territory?.LawOf ?? country;
        var isOutside = territory?.Regime == TerritoryRegime.OutsideVatArea;
        var isInUnion = !isOutside && Countries.IsInEuropeanUnion(law, on);
        return new()
        {
            Law = law,
            Rates = territory is { Regime: TerritoryRegime.OwnRates or TerritoryRegime.OutsideVatArea } ? territory.Code : "",
            FallsBack = territory?.FallsBackToMainland ?? false,
            Outside = isOutside ? territory!.Code : "",
            IsInUnionForGoods = isInUnion || territory?.Regime == TerritoryRegime.InUnionForGoods,
            IsInUnionForServices = isInUnion,
        };
    }

    internal TaxRate? Find(ITaxRates rates, TaxClass taxClass, LocalDate on)
    {
        var found = rates.Find(Law, Rates, taxClass, on);
        return found is null && FallsBack ? rates.Find(Law, taxClass, on) : found;
    }

    public override string ToString() => Rates.Length > 0 ? Rates : Law.Value;
}
