namespace OrderToCash.Customers;

/// <summary>
/// A customer: dated versions of what documents are made from, what it is kept from, and the bank accounts it pays from. Nothing
/// is overwritten by a change of the future: ask for the version in force on a day.
/// </summary>
public sealed partial record CustomerAccount
{
    /// <summary>The customer's id.</summary>
    public required CustomerId Id { get; init; }

    /// <summary>The versions, the earliest first, at most one a day; never empty.</summary>
    public required EquatableArray<CustomerVersion> Versions { get; init; }

    /// <summary>The blocks in force, at most one of a kind.</summary>
    public EquatableArray<CustomerBlock> Blocks { get; init; }

    /// <summary>Bank accounts by number from 1, with those asked for, rejected and replaced.</summary>
    public EquatableArray<BankAccount> BankAccounts { get; init; }

    /// <summary>The version in force on a day; null before the first one.</summary>
    public CustomerVersion? VersionOn(LocalDate day)
    {
        for (var i = Versions.Count - 1; i >= 0; i--)
            if (Versions[i].EffectiveFrom <= day) return Versions[i];
        return null;
    }

    /// <summary>What holds on a day; null before the first version.</summary>
    public CustomerProfile? ProfileOn(LocalDate day) => VersionOn(day)?.Profile;

    /// <summary>Who gets the invoices of a day: the customer itself where its version names nobody.</summary>
    public CustomerId BillToOn(LocalDate day) => ProfileOn(day)?.BillTo ?? Id;

    /// <summary>Who pays the invoices of a day: the customer itself where its version names nobody.</summary>
    public CustomerId PayerOn(LocalDate day) => ProfileOn(day)?.Payer ?? Id;

    /// <summary>The block of a kind, or null.</summary>
    public CustomerBlock? BlockOf(CustomerBlockKind kind)
    {
        foreach (var block in Blocks)
            if (block.Kind == kind) return block;
        return null;
    }

    /// <summary>The active bank account of this number, or false.</summary>
    public bool HasActiveBankAccount(int number) =>
        number >= 1 && number <= BankAccounts.Count && BankAccounts[number - 1].IsActive;

    /// <summary>The account that this first event makes.</summary>
    public static CustomerAccount From(CustomerOpened first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return new() { Id = first.Customer, Versions = [Version(first.EffectiveFrom, first.Profile, first.Reason, first)] };
    }

    /// <summary>The state after an event.</summary>
    /// <exception cref="ArgumentException">The event belongs to another account, is the first one, or is unknown.</exception>
    public CustomerAccount Apply(CustomerEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Customer != Id) throw new ArgumentException($"The event is about {e.Customer}, not about {Id}.", nameof(e));
        return e switch
        {
            CustomerChanged c => this with { Versions = Placed(Version(c.EffectiveFrom, c.Profile, c.Reason, c)) },
            CustomerBlocked b =>
                this with { Blocks = Blocks.Add(new() { Kind = b.Kind, Reason = b.Reason, By = b.By, At = b.At }) },
            CustomerUnblocked u => this with { Blocks = Blocks.Where(b => b.Kind != u.Kind).ToEquatableArray() },
            BankAccountChangeRequested r => this with { BankAccounts = BankAccounts.Add(Requested(r)) },
            BankAccountChangeApproved a => this with { BankAccounts = Activated(a) },
            BankAccountChangeRejected r => this with { BankAccounts = Decided(r.Number, BankAccountStatus.Rejected, r) },
            _ => throw new ArgumentException($"{e.GetType().Name} does not change an open account.", nameof(e)),
        };
    }

    private EquatableArray<CustomerVersion> Placed(CustomerVersion version)
    {
        var earlier = Versions.Where(v => v.EffectiveFrom < version.EffectiveFrom);
        var later = Versions.Where(v => v.EffectiveFrom > version.EffectiveFrom);
        return [.. earlier, version, .. later];
    }

    private EquatableArray<BankAccount> Activated(BankAccountChangeApproved e)
    {
        var accounts = Decided(e.Number, BankAccountStatus.Active, e);
        return accounts[e.Number - 1].Replaces is { } old
            ? accounts.SetItem(old - 1, accounts[old - 1] with { Status = BankAccountStatus.Replaced })
            : accounts;
    }

    private EquatableArray<BankAccount> Decided(int number, BankAccountStatus status, CustomerEvent e) =>
        BankAccounts.SetItem(number - 1, BankAccounts[number - 1] with { Status = status, DecidedBy = e.By, DecidedAt = e.At });

    private static BankAccount Requested(BankAccountChangeRequested e) => new()
    {
        Number = e.Number, Iban = e.Iban, Holder = e.Holder, Replaces = e.Replaces, Status = BankAccountStatus.Requested,
        Reason = e.Reason, RequestedBy = e.By, RequestedAt = e.At, ApprovableFrom = e.ApprovableFrom,
    };

    private static CustomerVersion Version(LocalDate from, CustomerProfile profile, string reason, CustomerEvent e) =>
        new() { EffectiveFrom = from, Profile = profile, Reason = reason, By = e.By, At = e.At };
}
