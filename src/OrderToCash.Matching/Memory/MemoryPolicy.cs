namespace OrderToCash.Matching;

/// <summary>How much is learned from whom. Data, stored with the policy of matching.</summary>
public sealed record MemoryPolicy
{
    /// <summary>What a person's confirmation counts.</summary>
    public required int HumanPoints { get; init; }

    /// <summary>What a payment counts that named its items and paid them exactly; 0 to learn from people only.</summary>
    public required int AutomaticPoints { get; init; }

    /// <summary>What is lost when an application that was learned from is taken back.</summary>
    public required int ReversedPoints { get; init; }

    /// <summary>From so many points on amounts may decide for an account. Not below <see cref="CorroborateFrom"/>.</summary>
    public required int ApplyFrom { get; init; }

    /// <summary>From so many points on an account or a name speaks for a match.</summary>
    public required int CorroborateFrom { get; init; }

    /// <summary>After so many days without a confirmation an account only corroborates; 0 for never.</summary>
    public required int TrustDays { get; init; }

    /// <summary>
    /// One person, or three payments that named their items, make an account known for three years; one mistake takes a
    /// person's word back, and a little more.
    /// </summary>
    public static MemoryPolicy Standard { get; } = new()
    {
        HumanPoints = 3, AutomaticPoints = 1, ReversedPoints = 4, ApplyFrom = 3, CorroborateFrom = 1, TrustDays = 1_095,
    };

    /// <summary>All that is wrong with it, as <see cref="MatchingErrors.BudgetInvalid"/>; empty when it can be used.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        Between("humanPoints", HumanPoints, 1, 1_000);
        Between("automaticPoints", AutomaticPoints, 0, HumanPoints);
        Between("reversedPoints", ReversedPoints, 1, 10_000);
        Between("corroborateFrom", CorroborateFrom, 1, 100_000);
        Between("applyFrom", ApplyFrom, CorroborateFrom, 100_000);
        Between("trustDays", TrustDays, 0, 36_600);
        return findings.ToEquatableArray();

        void Between(string name, int value, int least, int most)
        {
            if (value < least || value > most)
                findings.Add(MatchingErrors.BudgetInvalid.At($"memory.{name}",
                    ("name", name), ("value", value), ("least", least), ("most", most)));
        }
    }
}
