using Microsoft.Extensions.DependencyInjection;
using OrderToCash.Tax;

namespace OrderToCash.Tests;

public sealed class HostingTests
{
    [Fact]
    public void A_host_that_supplies_its_ports_gets_every_desk()
    {
        using var services = Host().AddInMemoryBooks().AddOrderToCash().BuildServiceProvider(Strict);
        foreach (var desk in typeof(OrderDesk).Assembly.GetExportedTypes().Where(t => t.Name.EndsWith("Desk", StringComparison.Ordinal)))
            Assert.NotNull(services.GetRequiredService(desk));
        Assert.NotNull(services.GetRequiredService<AutomationRunner>());
        Assert.IsType<InMemoryBooks>(services.GetRequiredService<IBooks>());
        Assert.Same(BuiltInTaxRates.Table, services.GetRequiredService<ITaxRates>());
    }

    [Fact]
    public void What_the_host_registers_goes_before_the_defaults()
    {
        var (books, policy) = (new InMemoryBooks(), AutomationPolicy.Standard with { SendsInvoices = false });
        using var services = Host().AddSingleton<IBooks>(books).AddSingleton(policy).AddOrderToCash().AddInMemoryBooks().BuildServiceProvider(Strict);
        Assert.Same(books, services.GetRequiredService<IBooks>());
        Assert.Same(policy, services.GetRequiredService<AutomationPolicy>());
    }

    [Fact]
    public void Books_in_memory_come_only_when_asked_for() =>
        Assert.DoesNotContain(new ServiceCollection().AddOrderToCash(), s => s.ServiceType == typeof(IBooks));

    [Fact]
    public async Task The_hosts_rights_are_asked()
    {
        using var services = Host().AddInMemoryBooks().AddSingleton<IAuthorizationPolicy>(new Nobody()).AddOrderToCash().BuildServiceProvider(Strict);
        Expect.Refused(ProcessErrors.Forbidden, await services.GetRequiredService<CustomerDesk>().OpenAsync(new()
        {
            Id = new("1"), By = ABusiness.Anna, Customer = new("C-7"), EffectiveFrom = ABusiness.Monday, Profile = ABusiness.Profile(Currency.Eur), Reason = "new",
        }));
    }

    [Fact]
    public async Task Commands_are_measured()
    {
        var seen = new List<string>();
        using var listener = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == "OrderToCash") l.EnableMeasurementEvents(instrument); },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            lock (seen) seen.Add(string.Join(' ', tags.ToArray().Select(t => t.Value)));
        });
        listener.Start();
        var business = new ABusiness();
        await business.OpenCustomerAsync();
        await business.ConfirmAsync("SO-404");
        lock (seen)
        {
            Assert.Contains("OpenCustomer done", seen);
            Assert.Contains("ConfirmOrder process.not-found", seen);
        }
    }

    private static ServiceProviderOptions Strict => new() { ValidateOnBuild = true, ValidateScopes = true };

    private static IServiceCollection Host() => new ServiceCollection()
        .AddSingleton<IClock>(new AClock())
        .AddSingleton<ILegalEntities>(new LegalEntityList(ABusiness.Seller))
        .AddSingleton<IExchangeRates>(ABusiness.Rates);

    private sealed class Nobody : IAuthorizationPolicy
    {
        public bool May(AuthorizationQuestion question) => false;
    }
}
