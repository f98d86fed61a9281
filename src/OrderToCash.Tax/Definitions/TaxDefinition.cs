using System.Text.Json.Serialization;

namespace OrderToCash.Tax;

/// <summary>
/// What a tax is: its kind and amount, and how it stands to the price and to the other taxes of a line. Definitions are data; a
/// <see cref="TaxProgram"/> makes a line's taxes computable. The same id means the same tax on every line of a document.
/// </summary>
public sealed record TaxDefinition
{
    /// <summary>Its name; totals of a document are per id.</summary>
    public required string Id { get; init => field = value ?? ""; }

    /// <summary>How it follows from its base.</summary>
    public required TaxKind Kind { get; init; }

    /// <summary>The percentage, or the amount for a unit of quantity in the currency of the document; zero for a group.</summary>
    [JsonConverter(typeof(DecimalTextJsonConverter))]
    public decimal Amount { get; init; }

    /// <summary>When it is computed among the taxes of a line, lowest first; equal ones in the order given.</summary>
    public int Sequence { get; init; }

    /// <summary>True when unit prices contain it.</summary>
    public bool PriceIncluded { get; init; }

    /// <summary>True for a tax that later taxes are levied on too.</summary>
    public bool AddsToBaseOfLaterTaxes { get; init; }

    /// <summary>True for a tax whose base leaves out what earlier taxes add to it.</summary>
    public bool IgnoresEarlierTaxes { get; init; }

    /// <summary>
    /// How much of the tax is booked, in parts: 100 % and -100 % is reverse charge, a tax and its counter-tax. Empty is 100 %.
    /// </summary>
    public EquatableArray<Percentage> Factors { get; init; }

    /// <summary>The row of the totals it is shown in; null for the unnamed one.</summary>
    public TaxGroup? Group { get; init; }

    /// <summary>The taxes of a group, by their own sequence; they stand where the group stands.</summary>
    public EquatableArray<TaxDefinition> Children { get; init; }

    /// <summary>The first day it holds, inclusive; null for always before.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day it holds, inclusive; null for always after.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>True when a document discount lowers it and a down payment carries it: all but amounts per quantity.</summary>
    [JsonIgnore]
    public bool FollowsPrice => Kind != TaxKind.FixedPerQuantity;

    /// <summary>A percentage of the net price.</summary>
    public static TaxDefinition Percent(string id, decimal rate) => new() { Id = id, Kind = TaxKind.Percent, Amount = rate };

    /// <summary>An amount for each unit of quantity.</summary>
    public static TaxDefinition PerQuantity(string id, decimal amount) =>
        new() { Id = id, Kind = TaxKind.FixedPerQuantity, Amount = amount };

    /// <summary>A percentage of the price with the tax in it.</summary>
    public static TaxDefinition Division(string id, decimal rate) => new() { Id = id, Kind = TaxKind.Division, Amount = rate };

    /// <summary>A percentage that the buyer accounts for: tax and counter-tax, nothing to pay.</summary>
    public static TaxDefinition ReverseCharge(string id, decimal rate) =>
        Percent(id, rate) with { Factors = [Percentage.Hundred, Percentage.Of(-100)] };

    /// <summary>Several taxes under one name.</summary>
    public static TaxDefinition GroupOf(string id, params ReadOnlySpan<TaxDefinition> children) =>
        new() { Id = id, Kind = TaxKind.Group, Children = [.. children] };

    /// <summary>True when it holds on that day, both ends inclusive.</summary>
    public bool HoldsOn(LocalDate day) => !(day < From) && !(day > Until);

    /// <summary>The taxes that hold on a day, groups without the children that don't. A group left empty is dropped.</summary>
    public static EquatableArray<TaxDefinition> HoldingOn(IEnumerable<TaxDefinition> taxes, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(taxes);
        return taxes.Where(t => t.HoldsOn(day))
            .Select(t => t.Kind == TaxKind.Group ? t with { Children = HoldingOn(t.Children, day) } : t)
            .Where(t => t.Kind != TaxKind.Group || !t.Children.IsEmpty)
            .ToEquatableArray();
    }

    /// <summary>What contradicts itself, groups and children included; see <see cref="TaxComputationErrors"/>.</summary>
    public EquatableArray<DomainError> Check() => TaxDefinitionRules.Check([this], "");
}
