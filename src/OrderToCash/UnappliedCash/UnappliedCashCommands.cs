namespace OrderToCash;

/// <summary>Says who looks after money that waits.</summary>
public sealed record AssignUnappliedCash : Command
{
    /// <summary>The item of the payment.</summary>
    public required OpenItemId Payment { get; init; }

    /// <summary>Who.</summary>
    public required PersonId Owner { get; init; }

    /// <summary>The business date.</summary>
    public required LocalDate On { get; init; }
}
