using System.Runtime.CompilerServices;

namespace OrderToCash.Invoicing;

/// <summary>The tax categories of EN 16931 as positions in tables.</summary>
internal static class TaxKind
{
    internal const int Standard = 0, ZeroRated = 1, Exempt = 2, ReverseCharge = 3, IntraCommunity = 4, Export = 5, OutOfScope = 6,
        Igic = 7, Ipsi = 8, SplitPayment = 9, Unknown = 10, Count = 11;

    /// <summary>The position of a code, blanks around it not looked at; -1 for none.</summary>
    internal static int Of(string? code) => code is null ? -1 : code.AsSpan().Trim() switch
    {
        "S" => Standard,
        "Z" => ZeroRated,
        "E" => Exempt,
        "AE" => ReverseCharge,
        "K" => IntraCommunity,
        "G" => Export,
        "O" => OutOfScope,
        "L" => Igic,
        "M" => Ipsi,
        "B" => SplitPayment,
        _ => Unknown,
    };
}

/// <summary>A number for each category.</summary>
[InlineArray(TaxKind.Count)]
internal struct CountByTaxKind
{
    private int first;
}

/// <summary>A sum for each category.</summary>
[InlineArray(TaxKind.Count)]
internal struct SumByTaxKind
{
    private decimal first;
}
