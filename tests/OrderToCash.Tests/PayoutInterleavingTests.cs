using OrderToCash.Receivables;
using static OrderToCash.Tests.ABusiness;

namespace OrderToCash.Tests;

/// <summary>Payouts booked at the same moment, in every order of their reads and commits.</summary>
public sealed class PayoutInterleavingTests
{
    private static readonly LocalDate Day = Monday.PlusDays(5);
    private static readonly LegalEntity Selling = Seller with { Providers = [new() { Provider = "psp", FeePercent = Percentage.Of(2), PaysWithinDays = 10 }] };

    // Two card payments of 100.00 and 50.00 that the provider owes.
    private static IBooks World()
    {
        var (business, gateway) = (new ABusiness(seller: Selling), new LyingGateway());
        business.OpenCustomerAsync().GetAwaiter().GetResult();
        foreach (var (attempt, amount) in ((string, decimal)[])[("PA-1", 100), ("PA-2", 50)])
        {
            Expect.Success(business.Payments.StartAsync(new()
            {
                Id = new($"start {attempt}"), By = Anna, Facts = new() { Attempt = new(attempt), LegalEntity = Id, Customer = new("C-7"), Amount = Eur(amount), Token = "tok_1" },
            }).AsTask().Result);
            foreach (var operation in (GatewayOperation[])[GatewayOperation.Authorize, GatewayOperation.Capture])
                Expect.Success(business.Payments.AskAsync(new() { Id = new($"{operation} {attempt}"), By = Anna, Attempt = new(attempt), Operation = operation, On = Day }, gateway)
                    .AsTask().Result);
        }
        return business.Books;
    }

    private static Func<IBooks, Task<Result<BookedPayout>>> Book(string command, string payout, params (string Payment, decimal Gross, decimal Fee)[] rows) => books =>
    {
        var total = Eur(rows.Sum(r => r.Gross - r.Fee));
        return new ABusiness(books, seller: Selling).Payouts.BookAsync(new()
        {
            Id = new(command), By = Anna, LegalEntity = Id, Bank = total,
            Report = new()
            {
                Id = new(payout), Provider = "psp", PaidOn = Day.PlusDays(7), Amount = total,
                Rows = [.. rows.Select((r, i) => new PayoutRow { Reference = $"r{i}", Kind = PayoutRowKind.Charge, Payment = r.Payment, Gross = Eur(r.Gross), Fee = Eur(r.Fee), Net = Eur(r.Gross - r.Fee) })],
            },
        }).AsTask();
    };

    // What the provider owes by the journal is what no booked payout paid out.
    private static void InOrder(IBooks books, decimal owed, int payouts)
    {
        var business = new ABusiness(books, seller: Selling);
        var journal = books.JournalAsync().ToBlockingEnumerable().ToList();
        Assert.Empty(JournalChain.Verify(journal.Where(e => e.Customer.IsNone)));
        Assert.Equal(Eur(owed), business.BalanceAsync(AccountRole.Provider).Result);
        Assert.Equal(Eur(owed), Expect.Success(business.Payouts.ExpectAsync(Id).AsTask().Result).Net(Currency.Eur));
        Assert.Equal(payouts, books.LoadAsync<PayoutRegister>(Streams.PayoutRegister(Id)).Result!.State.Payouts);
        Assert.Equal(payouts, books.AllAsync<BookedPayout>(Streams.PayoutKind).ToBlockingEnumerable().Count());
    }

    [Fact]
    public void A_payment_that_two_payouts_claim_is_paid_out_by_one_in_every_order()
    {
        var winners = new HashSet<int>();
        var orders = Interleavings.Explore(false, World, [Book("a", "po-1", ("PA-1", 100, 2)), Book("b", "po-2", ("PA-1", 100, 2))], (books, answers) =>
        {
            var winner = Assert.Single(answers.Index(), answer => answer.Item.IsSuccess).Index;
            winners.Add(winner);
            Expect.Refused(PayoutErrors.PaidBefore, answers[1 - winner]);
            InOrder(books, 50, 1);
        });
        Assert.Equal([0, 1], winners.Order());
        Assert.True(orders >= 200, $"{orders}");
    }

    [Fact]
    public void The_same_payout_by_two_clerks_is_booked_once_and_sent_twice_is_done_once()
    {
        Interleavings.Explore(false, World, [Book("a", "po-1", ("PA-1", 100, 2)), Book("b", "po-1", ("PA-1", 100, 2))], (books, answers) =>
        {
            Expect.Refused(PayoutErrors.Posted, Assert.Single(answers, answer => !answer.IsSuccess));
            InOrder(books, 50, 1);
        });
        Interleavings.Explore(false, World, [Book("a", "po-1", ("PA-1", 100, 2)), Book("a", "po-1", ("PA-1", 100, 2))], (books, answers) =>
        {
            Assert.All(answers, answer => Assert.True(answer.IsSuccess, answer.ToString()));
            InOrder(books, 50, 1);
        });
    }

    [Fact]
    public void Payouts_of_different_payments_are_both_booked_in_every_order() =>
        Interleavings.Explore(false, World, [Book("a", "po-1", ("PA-1", 100, 2)), Book("b", "po-2", ("PA-2", 50, 1))], (books, answers) =>
        {
            Assert.All(answers, answer => Assert.True(answer.IsSuccess, answer.ToString()));
            InOrder(books, 0, 2);
        });

    [Fact]
    public void Of_three_payouts_no_payment_is_paid_out_twice_in_every_order()
    {
        var ends = new HashSet<string>();
        Interleavings.Explore(true, World,
            [Book("a", "po-1", ("PA-1", 100, 2)), Book("b", "po-2", ("PA-1", 100, 2), ("PA-2", 50, 1)), Book("c", "po-3", ("PA-2", 50, 1))], (books, answers) =>
        {
            var end = string.Concat(answers.Select(answer => answer.IsSuccess ? '+' : '-'));
            ends.Add(end);
            InOrder(books, 0, end.Count(c => c == '+'));
        });
        Assert.Equal(["+-+", "-+-"], ends.Order(StringComparer.Ordinal));
    }
}
