namespace OrderToCash.Receivables;

/// <summary>Money that waits.</summary>
public sealed record UnappliedCashRow
{
    /// <summary>The item of the payment.</summary>
    public required OpenItemId Item { get; init; }

    /// <summary>Whose account it is on; for unidentified money the account that holds it.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>True when nobody could be named for it.</summary>
    public bool IsUnidentified { get; init; }

    /// <summary>The bank's reference.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>What waits, above zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>The day it came in; money that was moved to another customer keeps it.</summary>
    public required LocalDate ReceivedOn { get; init; }

    /// <summary>Calendar days it waits.</summary>
    public required int Age { get; init; }

    /// <summary>The last business day of the policy, inclusive.</summary>
    public required LocalDate DueOn { get; init; }

    /// <summary>True after that day.</summary>
    public bool IsLate { get; init; }

    /// <summary>Who looks after it; none while nobody does.</summary>
    public PersonId Owner { get; init; }
}
