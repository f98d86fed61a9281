namespace OrderToCash.Credit.Tests;

/// <summary>Builds accounts with a limit of 1,000.00 EUR and tells them what happens.</summary>
internal static class ACreditAccount
{
    public static readonly Actor Clerk = Actor.Person("anna");
    public static readonly Instant Morning = Instant.FromUtc(2026, 3, 2, 8, 0);
    public static readonly LocalDate Day = new(2026, 3, 2);
    public static readonly CreditFacts Good = new() { On = Day };
    public static readonly CreditPolicy Policy = CreditPolicy.Standard;

    public static Money Eur(decimal amount) => Money.Of(amount, Currency.Eur);

    public static OrderId Order(int number) => new($"SO-{number}");

    public static CreditCheckRequest Request(int order, decimal amount, int revision = 1) =>
        new() { Order = Order(order), Revision = revision, Amount = Eur(amount) };

    public static CreditAccount Without() =>
        Expect.Success(CreditAccount.Open(new("DE01"), new("C-7"), Currency.Eur, Clerk, Morning)).State;

    public static CreditAccount With(CreditLimit limit) => Without().Then(a => a.GrantLimit(Granted(limit), Clerk, Morning));

    public static CreditAccount With(decimal limit) => With(CreditLimit.Of(Eur(limit)));

    public static GrantedLimit Granted(CreditLimit limit, LocalDate? from = null, LocalDate? to = null) =>
        new() { Limit = limit, From = from ?? new(2026, 1, 1), To = to, ApprovedBy = new("boris") };

    public static CreditAccount Then(this CreditAccount account,
        Func<CreditAccount, Result<Decision<CreditAccount, CreditEvent>>> step) =>
        Expect.Success(step(account)).State;

    public static CreditDecision Ask(this CreditAccount account, int order, decimal amount, CreditFacts? facts = null,
        CreditPolicy? policy = null) =>
        Expect.Success(account.WhatIf(Request(order, amount), facts ?? Good, policy ?? Policy, Morning));

    public static CreditAccount Reserve(this CreditAccount account, int order, decimal amount, int revision = 1) =>
        account.Then(a => a.CheckAndReserve(Request(order, amount, revision), Good, Policy, Clerk, Morning));

    public static CreditAccount Confirm(this CreditAccount account, int order) =>
        account.Then(a => a.ConfirmReservation(Order(order), Clerk, Morning));

    public static CreditAccount Deliver(this CreditAccount account, int order, decimal amount) =>
        account.Then(a => a.RecordDelivered(Order(order), Eur(amount), Clerk, Morning));

    public static CreditAccount Invoice(this CreditAccount account, int order, decimal covered, decimal gross) =>
        account.Then(a => a.RecordInvoiced(Order(order), Eur(covered), Eur(gross), Clerk, Morning));

    public static string Buckets(this CreditAccount account) =>
        string.Join(" ", new[] { account.Exposure.Reserved, account.Exposure.Ordered, account.Exposure.DeliveredNotInvoiced,
            account.Exposure.OpenReceivable,
                account.Exposure.UnappliedCredit }.Select(m => m.Amount)) + " = " + account.Exposure.Total.Amount;
}
