namespace OrderToCash.Matching;

/// <summary>Where the engine reads payments: objects or rows. One core decides over both.</summary>
internal abstract class PaymentSource
{
    // Account numbers have up to 34 characters, texts mostly 140.
    protected const int LinesOfAccount = 2;
    protected const int LinesOfText = 5;

    public abstract int Count { get; }

    /// <summary>Begins to load the texts of payments from a start to an end, or to the last (<see cref="Prefetch"/>).</summary>
    public abstract void Ask(int start, int end);

    /// <summary>Begins to load where a payment stands; its texts are asked for after that.</summary>
    public abstract void Ask(int payment);

    public abstract Money Amount(int payment);

    public abstract LocalDate ReceivedOn(int payment);

    public abstract bool IsReversal(int payment);

    public abstract CustomerId Payer(int payment);

    public abstract string Account(int payment);

    /// <summary>The number of our own that it arrived at.</summary>
    public abstract string ReceivingAccount(int payment);

    public abstract string Name(int payment);

    public abstract string Text(int payment);

    /// <summary>What the payer is registered by with us.</summary>
    public virtual string PayerReference(int payment) => "";

    /// <summary>The items a person said the payment is not for.</summary>
    public virtual ReadOnlySpan<OpenItemId> Rejected(int payment) => default;

    public abstract int ClaimCount(int payment);

    public abstract string ClaimedReference(int payment, int claim);

    public abstract string ClaimedNumber(int payment, int claim);

    public abstract Money? ClaimedAmount(int payment, int claim);

    /// <summary>The order of ids.</summary>
    public abstract int Compare(int left, int right);

    /// <summary>Payments whose bank line is there more than once, in groups.</summary>
    /// <exception cref="ArgumentException">Two payments have the same id.</exception>
    public abstract IEnumerable<int[]> RepeatedLines();
}
