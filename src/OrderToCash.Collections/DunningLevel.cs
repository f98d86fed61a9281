using System.Text.Json.Serialization;

namespace OrderToCash.Collections;

/// <summary>One step of a dunning policy: when an instalment reaches it, and what the letter then does.</summary>
public sealed record DunningLevel
{
    /// <summary>Its number; higher is sterner.</summary>
    public required int Number { get; init; }

    /// <summary>
    /// Reached from so many days after the due date: 1 is the first day of being late. 0 and below is a courtesy reminder, which
    /// goes out until the due date and never after it.
    /// </summary>
    public required int TriggerDays { get; init; }

    /// <summary>At least so many days after the instalment reached the level before; 0 for no wait.</summary>
    public int MinimumDaysAfterPrevious { get; init; }

    /// <summary>Nothing goes out below this sum of a letter; one amount per currency, none means any amount.</summary>
    public EquatableArray<Money> MinimumAmounts { get; init; }

    /// <summary>
    /// What a letter of this level costs the customer, once per letter; one amount per currency, none means nothing.
    /// </summary>
    public EquatableArray<Money> Fees { get; init; }

    /// <summary>How it goes out, where the customer has no channel of its own.</summary>
    public Channel Channel { get; init; }

    /// <summary>Which text it has; templates are looked up by it and the customer's language.</summary>
    public required string TextKey { get; init; }

    /// <summary>
    /// True when late interest is to be charged. Not computed by this version: a policy that asks for it is refused.
    /// </summary>
    public bool ChargesInterest { get; init; }

    /// <summary>True when it goes out before the customer is late.</summary>
    [JsonIgnore]
    public bool IsCourtesy => TriggerDays <= 0;

    /// <summary>The smallest sum a letter goes out for in a currency.</summary>
    public Money MinimumIn(Currency currency) => AmountIn(MinimumAmounts, currency);

    /// <summary>What a letter costs in a currency.</summary>
    public Money FeeIn(Currency currency) => AmountIn(Fees, currency);

    private static Money AmountIn(EquatableArray<Money> amounts, Currency currency)
    {
        foreach (var amount in amounts)
            if (amount.Currency == currency) return amount;
        return Money.Zero(currency);
    }
}
