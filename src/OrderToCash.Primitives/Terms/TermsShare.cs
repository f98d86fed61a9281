using System.Text.Json.Serialization;

namespace OrderToCash.Primitives;

/// <summary>How much of a document an instalment asks for.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "share")]
[JsonDerivedType(typeof(PercentShare), "percent")]
[JsonDerivedType(typeof(PercentOfUntaxedShare), "percentOfUntaxed")]
[JsonDerivedType(typeof(FixedShare), "fixed")]
[JsonDerivedType(typeof(BalanceShare), "balance")]
public abstract record TermsShare
{
    private protected TermsShare() { }

    /// <summary>What no other instalment takes.</summary>
    public static BalanceShare Balance { get; } = new();

    /// <summary>So many percent of the payable amount, tax included.</summary>
    public static PercentShare Percent(decimal percent) => new() { Percentage = Percentage.Of(percent) };

    /// <summary>So many percent of the amount without tax.</summary>
    public static PercentOfUntaxedShare PercentOfUntaxed(decimal percent) => new() { Percentage = Percentage.Of(percent) };

    /// <summary>An amount, whatever the document asks for.</summary>
    public static FixedShare Fixed(Money amount) => new() { Amount = amount };
}

/// <summary>So many percent of the payable amount, tax included.</summary>
public sealed record PercentShare : TermsShare
{
    /// <summary>Above 0 %, up to 100 %.</summary>
    public required Percentage Percentage { get; init; }
}

/// <summary>So many percent of the amount without tax.</summary>
public sealed record PercentOfUntaxedShare : TermsShare
{
    /// <summary>Above 0 %, up to 100 %.</summary>
    public required Percentage Percentage { get; init; }
}

/// <summary>An amount, in the document's currency.</summary>
public sealed record FixedShare : TermsShare
{
    /// <summary>Above zero. A document that asks for less gives what it has.</summary>
    public required Money Amount { get; init; }
}

/// <summary>What no other instalment takes.</summary>
public sealed record BalanceShare : TermsShare;
