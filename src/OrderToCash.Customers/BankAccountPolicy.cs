namespace OrderToCash.Customers;

/// <summary>How changes of bank details are guarded against fraud.</summary>
public sealed record BankAccountPolicy
{
    /// <summary>Hours between the request and the first moment of approval; 0 allows it at once. Below 0 counts as 0.</summary>
    public int WaitingHours { get; init => field = Math.Max(0, value); }

    /// <summary>Two days: time for a call back to a number that was known before.</summary>
    public static BankAccountPolicy Default { get; } = new() { WaitingHours = 48 };
}
